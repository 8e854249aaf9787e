"""Discord, through discord.py: what happens there becomes events, and what the core wants is done there.

`session` holds the connection and the only places where discord.py is reached below its public interface; `inbound`
reads what the gateway and the API say, in the shapes that Discord documents; `interactions` answers whoever asks;
`outbound` and `render` carry effects out.
"""
