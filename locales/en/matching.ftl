# A matching round in words: conditions, reasons, people left out.

matching-list = { $first } and { $last }
matching-quoted = “{ $rule }”
matching-part = { $rule }: { $points } of { $of }
matching-pinned = decided beforehand
matching-breaks = breaks “{ $rule }”, as decided

# Conditions, as they stand in a list.
matching-rule-same-organisation = same organisation
matching-rule-different-organisation = different organisations
matching-rule-not-competitors = organisations do not compete
matching-rule-in-reporting-line = one leads the other
matching-rule-direct-manager = one is the other’s direct manager
matching-rule-not-in-reporting-line = neither leads the other, directly or through others
matching-rule-not-direct-manager = neither is the other’s direct manager
matching-rule-not-same-manager = different managers
matching-rule-same = same { $fact }
matching-rule-different = different { $fact }
matching-rule-different-among = different { $fact } among those who lead together
matching-rule-shares = something in common in { $fact }
matching-rule-shares-none = nothing in common in { $fact }
matching-rule-level-above = the { $role } is { $least ->
        [one] one level
       *[other] { $least } levels
    } to { $most } above the { $other }
matching-rule-level-within = levels at most { $most } apart
matching-rule-ahead = the { $role } is { $least } to { $most } ahead in { $fact }
matching-rule-covers = what is wanted is offered
matching-rule-exchange = each offers what the other wants
matching-rule-complements = one’s strengths meet the other’s gaps in { $fact }
matching-rule-common-language = a common language
matching-rule-working-hours-overlap = working days overlap by { $least ->
        [one] an hour
       *[other] { $least } hours
    }
matching-rule-common-slot = a common free time in the week
matching-rule-never-paired-before = not partners before
matching-rule-not-met-before = not met before
matching-rule-similar = similar { $fact }
matching-rule-diverse = different { $fact }
matching-rule-prefers = one asked for the other
matching-rule-not-avoided = no private wish against it
matching-rule-no-loop = support never runs in a circle

matching-fact-organisation = organisation
matching-fact-department = department
matching-fact-site = site
matching-fact-job-title = job title
matching-fact-level = level
matching-fact-manager = manager
matching-fact-groups = groups
matching-fact-time-zone = time zone
matching-fact-languages = languages
matching-fact-availability = availability
matching-fact-wants = topics wanted
matching-fact-offers = topics offered
matching-fact-prefer = preferred partners
matching-fact-avoid = people to avoid
matching-fact-past = earlier partners

# Why this partner: what a participant reads.
matching-why-offers = { $partner } can help with { $shared }, which you want to work on.
matching-why-wants = { $partner } wants to work on { $shared }, which you can help with.
matching-why-shared = You have this in common: { $shared }.
matching-why-language = You both speak { $shared }.
matching-why-same = You share this: { $shared }.
matching-why-different = You bring different views: { $shared } differs.
matching-why-same-site = You both work in { $shared }.
matching-why-same-department = You both work in { $shared }.
matching-why-same-organisation = You both belong to { $shared }.
matching-why-different-department = You work in different departments, so you see things from different sides.
matching-why-different-site = You work in different places, so you see things from different sides.
matching-why-different-organisation = You come from different organisations, so you see things from different sides.
matching-why-asked-for = You asked for { $partner }.
matching-why-hours = Your working days overlap well.
matching-why-slot = You both have time at the same hours of the week.
matching-why-complements = What one of you is good at is what the other wants to get better at.
matching-why-pinned = The two of you were put together by the programme’s coordinator.
matching-why-rules = You fit by the rules of the programme, and this gives everybody together the best partners.

# Why somebody has no partner, and what would change it: what the coordinator reads.
matching-alone-rules = { $count ->
        [one] The rule { $rules } excludes all { $others }.
       *[other] The rules { $rules } together exclude all { $others }.
    }
matching-alone-crowd = { $possible ->
        [0] There are no { $others } with a place.
        [one] One of the { $others } is possible, and every place there is taken by pairs that fit better.
       *[other] { $possible } { $others } are possible, and all their places are taken by pairs that fit better.
    }
matching-alone-odd = { $possible ->
        [0] Nobody is left to meet.
        [one] One of the { $others } is possible and has a better partner. With an odd number of people one is left over.
       *[other] { $possible } { $others } are possible and have better partners. With an odd number of people one is left over.
    }
matching-alone-groups-full = { $groups ->
        [0] There are not enough people for a group: it takes at least { $least }.
       *[other] All { $groups } groups are full, and one more would need at least { $least } people and somebody to lead it.
    }
matching-alone-groups-closed = { $room ->
        [one] One group has room, but
       *[other] { $room } groups have room, but in each
    } somebody is kept apart from this person by a rule, or no time of the week suits all.
matching-alone-spare = { $possible ->
        [0] There are no { $others } to help.
        [one] One of the { $others } would be possible and has a partner already.
       *[other] { $possible } { $others } would be possible and have partners already.
    }
matching-alone-unchosen = { $possible ->
        [0] There are no { $others } with a place.
        [one] One of the { $others } fits. Nobody is chosen yet.
       *[other] { $possible } { $others } fit. Nobody is chosen yet.
    }
matching-alone-unexplained = Not looked into: too many are left out to explain everybody. Match them again in a file of their own with the mentors who have places left.
matching-alone-no-place = Offers no place (capacity 0).
matching-barred-level-between = The role is for levels { $from } to { $to }.
matching-barred-level-from = The role is for level { $from } and above.
matching-barred-level-to = The role is for levels up to { $to }.
matching-barred-answer = An answer does not meet what the role asks for.
matching-barred-screening = No screening of this person is valid today.
matching-barred-consent = A guardian has not consented.
matching-change-clearance = Record it under «Screening and consent», then take in the changes here.
matching-change-lift = Without { $rules } for this person, { $partner } would be the partner.
matching-change-lift-opens = { $opens ->
        [one] Without { $rules } for this person, one partner becomes possible.
       *[other] Without { $rules } for this person, { $opens } partners become possible.
    }
matching-change-place = One more place with { $partner }.
matching-change-reserve = None needed: in reserve if somebody leaves or joins late.
matching-change-place-own = Raise the capacity.
matching-change-role = Change the condition of the role, or what is known about the person.
matching-change-move = Put the person into a group by hand, and look at what it breaks.
matching-change-one-more = One more person makes the number even.
matching-change-recruit = Recruit one more { $role } who fits.

matching-unusable-missing = nothing is known about { $fact } (no column “{ $column }”, or it is empty)
matching-unusable-not-yet = it cannot be weighed in this kind of round yet
matching-unusable-too-many = a round holds 64 conditions at most

# No question can be put.
matching-refused-nothing = In “{ $title }” people choose each other or are put together by hand, so there is nothing to match. Choose another design.
matching-refused-not-yet = “{ $title }” asks for { $kind }, which this version cannot solve from a spreadsheet yet. Nothing was written.
matching-refused-nobody = Nobody has the role { $role }. Fill in the column “role”.
matching-refused-pin-roles = { $person } and { $partner } are to be partners, but one has to be { $giver } and the other { $receiver }. Correct their roles, or delete the pin.
matching-refused-pin-often = { $person } has { $pinned } decided partners and place for { $most }. Raise the capacity or delete a pin.
matching-kind-assignment = an assignment
matching-kind-pool = pairs in one pool
matching-kind-groups = groups
matching-kind-stable = a match by ranked lists
matching-kind-booking = bookings of open slots
matching-kind-rounds = rounds of short meetings
matching-kind-supervision = mentors of mentors without circles
matching-kind-nothing = nothing
