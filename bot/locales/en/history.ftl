### What the operator is told of cases as files, and of history taken in from elsewhere.

history-imported =
    From { $source }: { $new ->
        [one] one measure is new
       *[other] { $new } measures are new
    }, { $known ->
        [0] none was known already.
        [one] one was known already.
       *[other] { $known } were known already.
    }
history-sealed = Noted: the operator read case { $case } with everything that is sealed.
history-read =
    { $source ->
        [zeppelin] Zeppelin's cases
        [red] Red's mod log and warnings
        [bans] A list of bans
        [table] A table
        [embeds] A log channel
       *[palabre] A case of Palabre's
    }: { $number ->
        [0] nothing that could be taken in.
        [one] one measure.
       *[other] { $number } measures.
    }
history-left-out =
    Left out: { $number } { $why ->
        [elsewhere] from another server
        [lifting] that took a measure back
        [note] that were mere notes
        [hidden] that were hidden or deleted there
        [nobody] that name nobody by an id
        [untimed] that say no time
       *[unknown] of which nobody can tell what was done
    }.
history-taken =
    { $new ->
        [0] Nothing is new
        [one] One measure is new
       *[other] { $new } measures are new
    }; { $known ->
        [0] none was there before.
        [one] one was there before.
       *[other] { $known } were there before.
    }
history-counts = They count on ladders, as long as what is given here would.
history-counts-not = They are there to be read, and count on no ladder. Use --counts if they shall.
history-which-space = Say with --space which of these it is about: { $names }.
