"""Slack, through Bolt: what happens there becomes events, and what the core wants is done as far as Slack lets it.

`connection` holds Bolt in both of its modes; `inbound` reads what Slack documents; `requests` understands commands,
menus, buttons and forms; `outbound` and `render` carry effects out; `manifest` says what the app asks for.
"""
