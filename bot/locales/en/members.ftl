### What the bot says when accounts are joined or parted.

members-linked = Noted: these two accounts are one person's.
members-linked-already = These two accounts are one person's already.
members-unlinked = Noted: this account is a person of its own again.
