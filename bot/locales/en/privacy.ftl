### What the bot says about what it knows of somebody.

privacy-unknown = I know nothing about this account.
privacy-held = The law asks us to keep what is known about this account for now; it cannot be erased until that ends.
privacy-forgotten = What was kept about this account, names, texts and activity, is erased. Sums stay, without a name.
privacy-hold-placed = Noted: what is known about this account is kept from erasure until the hold is released.
privacy-hold-released = Noted: the hold is released, and this account can be erased again.
