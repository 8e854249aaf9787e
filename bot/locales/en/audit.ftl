### What `palabre audit` and `palabre case` tell the operator.

## verify

audit-whole =
    { $community }: all is as it was written. { $rulings ->
        [one] One ruling
       *[other] { $rulings } rulings
    }, { $cases ->
        [0] no cases
        [one] one case
       *[other] { $cases } cases
    }, { $lines ->
        [0] no lines
        [one] one line
       *[other] { $lines } lines
    } in their logs.
audit-head = The last ruling: { $hash }. Whoever keeps this elsewhere can tell later that nothing before it was changed.
audit-flaw =
    { $what ->
        [ruling-missing] ruling { $number } is missing
        [ruling-changed] ruling { $number } was changed
        [ruling-details] the details of ruling { $number } were changed
        [ruling-end] the rulings end at { $number }, which is not where they should end
        [lines-arrival] what ruling { $number } answers for in the logs of cases is not what was written: lines are missing there, or were changed or added
        [lines-nobody] case { $case }: no ruling answers for line { $number }
        [line-missing] case { $case }: line { $number } is missing
        [line-changed] case { $case }: line { $number } was changed
        [line-words] case { $case }: what line { $number } says was changed
        [line-erased] case { $case }: what line { $number } said is gone, and nobody was to erase it
        [case-missing] case { $case } is missing; its log is still there
        [case-empty] case { $case } has no log
       *[case-differs] case { $case } is not what its log tells
    }
audit-more =
    { $community }: { $number ->
        [one] and one thing more.
       *[other] and { $number } things more.
    }
audit-broken-step = Somebody or something changed the database by hand. Go back to a copy from before, and keep this one to look into.

## draw

audit-case-unknown = There is no case { $case } here.
audit-draw-live = Case { $case } is not over yet: how its circle was drawn is shown once it is.
audit-draw-none = No circle was drawn in case { $case }.
audit-draw-archived = Case { $case } is archived: whether a circle was drawn, and who, is not known any more.
audit-draw-circle =
    Case { $case }, circle { $circle }: seed { $seed }, { $size } seats, { $electorate ->
        [one] one person who could be drawn
       *[other] { $electorate } people who could be drawn
    }{ $forgotten ->
        [0] .
        [one] , one of whom asked to be forgotten since.
       *[other] , { $forgotten } of whom asked to be forgotten since.
    } In the order of the draw:
audit-draw-place =
    { $place ->
        [seated] seated
        [declined] stayed away
       *[challenged] kept out by a party
    }
audit-draw-same = Drawn again from the same seed: the same order.
audit-draw-other = Drawn again from the same seed: another order. This draw was changed, or was none.
