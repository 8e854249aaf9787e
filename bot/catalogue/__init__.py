"""What people can ask the bot for, declared once and for all platforms: commands, menus, buttons and forms."""
