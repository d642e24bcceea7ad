# The matching round: the draft, decisions with their price, publishing and taking it back.

rounds-title = Matching
rounds-lead = Open a round, look at what it proposes, change what you know better, and announce it. Nobody sees anything before you publish.
rounds-open = Open a matching round
rounds-continue = Go on with the draft
rounds-wanting = Waiting for a partner
rounds-wanting-note = approved, not paused
rounds-places = Free places
rounds-places-note = of all who give
rounds-late-title = For those who come later
rounds-late-text = A further round matches only people with a free place. Pairs that were announced stay as they are: none of them is changed.
rounds-none-title = No round yet
rounds-none-text = When enough people have been approved, open a round. A rehearsal shows beforehand how it would turn out.
rounds-round = Round of { $when }

round-state-draft = Draft
round-state-published = Published, can be undone
round-state-final = Published
round-state-undone = Taken back

round-title = Matching round
round-programmes = Programmes
round-lead-draft = A draft, opened { $when }. Nobody sees it before you publish.
round-lead-published = Published. The mails leave { $when }.
round-lead-final = Published. The mails left { $when }.
round-lead-undone = Taken back { $when }. Nobody was written to.
round-preview-mails = Preview the mails
round-weights = Change the weights
round-relationships = See the relationships

round-placed = Have a partner
round-placed-note = { $share } per cent of those who want one
round-of = { $n } of { $of }
round-mean = Average score
round-worst = Weakest pair
round-of-hundred = out of 100
round-places = Places taken
round-places-note = the rest stays in reserve
round-total = Sum of all scores

round-proof-coverage = No other matching under these rules gives more people a partner, and none that gives as many a higher sum of scores.
round-proof-total = No other matching under these rules has a higher sum of scores.
round-proof-worst-off = No other matching under these rules gives more people a partner, or the weakest pairs a better one.
round-proof-stable = No two people would both rather have each other than the partners they have here.
round-proof-checked = Confirmed by an independent checker that shares no code with the solver.
round-proof-checked-listed = Confirmed by an independent checker over the best candidates of each person.
round-proof-unchecked = This round is too large to check on a page; the files below let you check it.
round-proof-admissible = All rules are kept. How far it is from the best is not proved.
round-proof-wrong = The independent check did not confirm this. Please report it, and do not publish: { $place }
round-proof-found = These are the best pairs found, with one group of three because the number is odd. All rules are kept.
round-proof-groups = These are the best groups found. All rules are kept: sizes, who leads, a time that suits all, and every rule between two people.
round-proof-within = An independent checker confirmed every rule, and that nothing else under these rules can score more than { $gap } per cent higher.
round-proof-overruled = You moved people beyond what the rules of the design allow. The cards below say which rules no longer hold.
round-proof-by-hand = You put these pairs together by hand.
round-proof-by-hand-check = Nothing is solved, so there is nothing to prove. The engine only shows who fits, and no pair that a rule forbids can be chosen.
round-proof-link = How this is proved

round-undo-title = You can still take it all back
round-undo-text = The mails leave { $when }. Until then nobody sees anything, and one click withdraws everything.
round-undo = Undo the publication
round-undo-confirm = Withdraw all offers and mails of this round?
round-undo-too-late = The fifteen minutes are over, and people have been written to. You can end single relationships on their pages.
round-undone = Taken back. { $pairs ->
        [one] One offer was
       *[other] { $pairs } offers were
    } withdrawn, and no mail has left.
round-published = Published: { $pairs ->
        [one] one pair
       *[other] { $pairs } pairs
    }. The mails leave in 15 minutes.
round-published-groups = Published: { $pairs ->
        [one] one group
       *[other] { $pairs } groups
    }. The mails leave in 15 minutes.
round-published-already = This round is published already.

round-stale-title = Sign-ups have changed since this draft was made
round-stale-text = Somebody was approved, withdrew or changed an answer. Take it in and the round is solved again; your decisions stay.
round-refresh = Take the changes in
round-refreshed = The round was solved again with today’s sign-ups.

round-unplaced = { $count ->
        [one] One person has no partner
       *[other] { $count } people have no partner
    }
round-unplaced-groups = { $count ->
        [one] One person has no group
       *[other] { $count } people have no group
    }
round-unplaced-note = Why, and the least that would change it.
round-unplaced-by-hand = Choose for each of them. Nobody is told before you publish.
round-choose = Choose a partner
round-choose-title = A partner for { $name }
round-choose-lead = Those who fit, the best first. Your choice stays a draft until you publish the round.
round-choose-fitting = Who fits
round-choose-none-title = Nobody fits
round-choose-none-text = Below stands who is there, and the rule that keeps each of them away. Change what is known about them, or invite somebody else.
round-choose-this = Choose
round-choose-full = No place left
round-choose-has = Has { $names }
round-choose-blocked-title = { $count ->
        [one] One more is kept away by a rule
       *[other] { $count } more are kept away by a rule
    }
round-choose-blocked = These two cannot be put together. The rule that keeps them apart: { $rules }.
round-choose-back = Back to the round
round-take-apart = Take this pair apart
round-none-by-hand = No pair yet. Choose a partner for somebody above.
round-changed-by-hand = Noted: { $change }. Nobody is told before you publish.
round-fix = What would help:
round-fix-look = See the effect
round-spare = { $count ->
        [one] One person stays in reserve
       *[other] { $count } people stay in reserve
    }

round-pairs = Pairs
round-sets = Relationships
round-person = Person
round-with = With
round-placed-groups = Have a group
round-worst-group = Weakest group
round-groups = Groups
round-groups-note = Put somebody elsewhere: you see what it costs before it counts, and nobody else moves.
round-triad = A group of three
round-group = Group { $number }
round-group-beside = Group { $number } ({ $name } and { $people ->
        [one] nobody else
        [2] one other
       *[other] others
    })
round-group-when = { $count ->
        [one] All can meet on { $first }.
       *[other] All can meet on { $first }, and at { $count } times of the week in all.
    }
round-group-size = Group { $number } then has too few or too many people
round-group-breaks = Group { $number } breaks: { $rule }
round-move = Move
round-move-where = Where { $name } goes
round-move-out = Out of all groups
round-weekday-1 = Mondays at { $time }
round-weekday-2 = Tuesdays at { $time }
round-weekday-3 = Wednesdays at { $time }
round-weekday-4 = Thursdays at { $time }
round-weekday-5 = Fridays at { $time }
round-weekday-6 = Saturdays at { $time }
round-weekday-7 = Sundays at { $time }
round-search = Name, job or department
round-sort = Order
round-sort-name = By name
round-sort-weakest = Weakest first
round-sort-strongest = Strongest first
round-none-title = No pair like that
round-none-text = Nobody in this round fits what you looked for.
round-all = Show all pairs
round-shown = { $from }–{ $until } of { $all }
round-receiver = Is supported
round-giver = Supports
round-score = Score
round-why = Why
round-actions = Actions
round-pinned = Decided by you
round-breaks = Breaks: { $rule }
round-look = See why
round-look-at = ({ $giver } with { $receiver })
round-pair-of = { $giver } with { $receiver }
round-menu = Change { $giver } with { $receiver }
round-pin = Keep this pair
round-unpin = Do not insist on it
round-forbid = Rule this pair out
round-swap = Exchange partners

round-decisions = Your decisions
round-decisions-none = None yet. Keep a pair, rule one out or exchange two: you see what it costs before it counts.
round-decided-pin = { $giver } with { $receiver }
round-decided-forbid = Not { $giver } with { $receiver }
round-decided-place = { $places ->
        [one] One more place
       *[other] { $places } more places
    } for { $name }
round-decided-move = { $giver } goes to { $receiver }’s group
round-decided-out = { $giver } is out of all groups
round-decision-off = Take back: { $decision }
round-back = Undo the last decision
round-went-back = The last decision was taken back.
round-nothing-to-undo = There is no decision left to take back.
round-weakest = Weakest pairs
round-files = Take it with you
round-file-pairs = All relationships (CSV)
round-file-json = The whole round (JSON)
round-file-certificate = The certificate (JSON)
round-file-proof = Question, answer and proof (ZIP)
round-discard = Throw this draft away
round-discard-confirm = Throw this draft and its decisions away?
round-discarded = The draft was thrown away.

round-solving-title = Finding the best matching
round-solving-lead = { $people } people are being compared with each other. This page goes on by itself.
round-lost-title = The work was interrupted
round-lost-text = Nothing is lost. Start it again.
round-solve = Solve it now
round-cannot-title = There is nothing to match yet
round-cannot-lead = A round needs people who can be brought together.
round-cannot-back = Back to the programme
round-cannot-nobody = Nobody who is approved has a free place as { $role }. Approve applications, or invite more people.
round-cannot-nobody-yet = Nobody who is approved is free. Approve applications, or invite more people.
round-cannot-yet = This design is not matched by a round of pairs, and its own way of matching is still being built.
round-cannot-nothing = In this design people choose each other, or are put together by hand.

round-change-lead = This is what would happen. Nothing has changed yet.
round-change-pin = Put { $giver } and { $receiver } together
round-change-pin-group = Keep { $giver } and { $receiver } in one group
round-change-forbid-group = Never { $giver } and { $receiver } in one group
round-change-move = Put { $giver } into { $receiver }’s group
round-change-out = Take { $giver } out of all groups
round-change-unmove = Leave { $giver } where the engine put them
round-warnings = What would no longer hold
round-change-unpin = Do not insist on { $giver } with { $receiver }
round-change-forbid = Never { $giver } with { $receiver }
round-change-allow = Allow { $giver } with { $receiver } again
round-change-swap = { $giver } takes { $other_receiver }, { $other_giver } takes { $receiver }
round-change-place = One more place for { $giver }
round-change-take-place = No additional places for { $giver }
round-change-do = Do it
round-change-leave = Leave it as it is
round-change-refused = That cannot be. { $reasons }
round-change-impossible = With this decision there is no matching at all that keeps the rules. Take another one back first.
round-changed = { $change }: { $price }.
round-changed-meanwhile = Somebody else has changed this round meanwhile. Look at it again.
round-is-no-draft = This round is published or taken back, and cannot be changed.
round-price = { $points } points
round-price-nothing = It costs nothing
round-price-nothing-text = Everybody keeps the partner they have in this draft.
round-price-nothing-groups = Everybody stays in the group they have in this draft.
round-price-of = in the sum of all scores
round-headline-costs = It costs { $points } points
round-headline-gains = It gains { $points } points
round-headline-even = It costs no points, and moves people
round-headline-more = { $people ->
        [one] One more person gets
       *[other] { $people } more people get
    } a partner
round-headline-fewer = { $people ->
        [one] One person fewer gets
       *[other] { $people } people fewer get
    } a partner
round-headline-more-groups = { $people ->
        [one] One more person gets
       *[other] { $people } more people get
    } a group
round-headline-fewer-groups = { $people ->
        [one] One person fewer has
       *[other] { $people } people fewer have
    } a group
round-regrouped = { $name } moves from group { $from } to group { $to }.
round-grouped = { $name } joins group { $to }.
round-ungrouped = { $name } leaves group { $from } and has none.
round-displaced = { $name } loses { $before } and has no partner.
round-moved = { $name } moves from { $before } to { $partner }.
round-newly-placed = { $name } gets { $partner }.
round-begun = Begin
round-ended = End
round-figures = The round as a whole
round-figure = Figure
round-was = Now
round-would-be = Then

round-mails-title = What people will read
round-mails-lead = With a real pair. { $pairs ->
        [one] One pair gets
       *[other] { $pairs } pairs get
    } mails like these.
round-mails-set = Relationship
round-mails-lead-groups = With a real group. { $pairs ->
        [one] One group gets
       *[other] { $pairs } groups get
    } mails like these.
round-mails-no-address = No mail can reach
round-mail-to = To { $name } <{ $address }>
round-mails-others = For { $count ->
        [one] the one person
       *[other] the { $count } people
    } without a partner
round-publish-title = Publish
round-publish-pairs = { $pairs ->
        [one] One pair is
       *[other] { $pairs } pairs are
    } asked whether they want this.
round-publish-groups = The people of { $pairs ->
        [one] one group are
       *[other] { $pairs } groups are
    } asked whether they want this.
round-publish-mails = The mails leave at { $time }.
round-publish-undo = For 15 minutes one click takes everything back.
round-publish-tell = { $count ->
        [one] Write to the person
       *[other] Write to the { $count } people
    } without a partner, too
round-publish = Publish the round
round-publish-back = Back to the draft
round-set-impossible = { $names } cannot be brought together any more: one of them has left or has no place. Take in today’s sign-ups and publish then.

round-not-placed-subject = { $programme }: no partner for you yet
round-not-placed-lead = We have matched everybody who signed up for { $programme }. There are more people than places this time, and we have not found somebody for you yet. That says nothing about you.
round-not-placed-next = You stay on the list and come first in the next round. We write to you as soon as there is somebody.
round-not-placed-do = You do not have to do anything. If your plans have changed, you can withdraw in your profile at any time.
round-not-placed-thanks = Thank you for your patience.

# Why these two: either of them may read it.
round-why-covers = { $receiver } wants to work on { $shared }, and { $giver } can help with it.
round-why-topics = Wanted and offered: { $shared }.
round-why-offers = { $giver } wants to work on { $shared }, and { $receiver } can help with it.
round-why-shared = Both look for { $shared }.
round-why-language = Both speak { $shared }.
round-why-same = Both have this in common: { $shared }.
round-why-different = They know different corners of the house: { $one } and { $other }.
round-why-hours = Their working days overlap well.
round-why-slot = Both have time at the same hours of the week.
round-why-complements = What one is good at is what the other wants to get better at.
round-why-pinned = The coordinator put the two together.
round-why-group-covers = Several in this group want to work on { $shared }, and somebody in it can help.
round-why-group-shared = Several in this group look for { $shared }.
round-why-group-slot = All of them have time at the same hour of the week.
round-why-group = They fit by the rules of the programme, and this serves everybody together best.
round-why-together = They fit by the rules of the programme, and this gives everybody together the best partners.

# One pair.
round-parts = What makes the score
round-parts-note = Each wish of the design adds at most what it weighs.
round-wish = Wish
round-part = Fulfilled
round-part-points = Points
round-part-unknown = not known
round-kept = { $count ->
        [one] Keeps one rule
       *[other] Keeps all { $count } rules
    }
round-others = Who else could support { $name }
round-others-equal = Who else would fit { $name }
round-others-note = The best by score. You see what an exchange costs before it counts.
round-others-none = Nobody else is possible under the rules.
round-holds = Has in this draft
round-free = Nobody yet
round-instead = Put together instead

# The proof.
round-proof-title = How this is proved
round-proof-1 = The engine gives every person a price: what one more place with them would be worth to the whole. With the right prices, every pair of this round is worth at least what its two people cost, and every other possible pair is worth no more.
round-proof-2 = Adding the prices up gives a bound that no matching under these rules can exceed: { $bound } points. This round reaches { $total }. Where the two are equal, nothing better exists.
round-proof-3 = Prices are easy to check without trusting whoever found them. A second program, which shares no code with the engine, reads question, answer and prices, checks every rule, and adds up again.
round-proof-4 = You can do the same. The files hold ids and scores, but no answers of anybody:
round-proof-digest = Fingerprint of the input
round-proof-seed = Lot number that breaks ties
round-proof-engine = Engine

# Weights.
round-weights-title = Weights of this round
round-weights-lead = Change how much each wish counts, or what the round aims at, and compare before it counts. The design stays as it is.
round-weights-effect = What would change
round-weights-moves = { $count ->
        [one] One person has another partner
       *[other] { $count } people have another partner
    }
round-weights-adopt = Adopt these weights
round-weights-discard = Leave everything as it is
round-weights-compare = Compare
round-weighed = The round was solved with the new weights.
round-strength-must = Must: no pair without it
round-strength-high = High
round-strength-medium = Medium
round-strength-low = Low
round-strength-off = Off
round-wishes = Wishes
round-aim = Aim
round-aim-coverage = Most people
round-aim-coverage-hint = As many as possible get a partner, and among such matchings the best scores.
round-aim-total = Best total
round-aim-total-hint = The highest sum of scores, even if somebody stays without a partner.
round-aim-worst-off = Weakest first
round-aim-worst-off-hint = As many as possible, and then the weakest pairs as good as they can be.
round-trade = What each aim would reach
round-trade-note = With the weights and decisions above.
round-trade-current = chosen
round-mean-old = Average score, by the weights as they are
round-worst-old = Weakest pair, by the weights as they are
round-mean-new = Average score, by the new weights
round-worst-new = Weakest pair, by the new weights

# The rehearsal.
rehearsal-title = Rehearsal
rehearsal-lead = How matching would turn out with the sign-ups so far, those who wait for approval included. Nothing is stored, and nobody is told.
rehearsal-rounds = To the rounds
rehearsal-placed = Would have a partner
rehearsal-places = Places used
rehearsal-places-note = the rest would stay in reserve
rehearsal-applied = { $count ->
        [one] One of them still waits
       *[other] { $count } of them still wait
    } for approval.
rehearsal-missing = { $count } more { $count ->
        [one] place is
       *[other] places are
    } needed among { $role }
rehearsal-missing-text = Invite more people, or ask those who have signed up whether they have room for one more.
rehearsal-all = Everybody would have a partner
rehearsal-all-text = There are enough places, and the rules leave somebody for each.
rehearsal-reasons = Who would be left, and why
rehearsal-who = { $count ->
        [one] { $names }
       *[other] { $count } people: { $names }
    }
