# Speed rounds: who sits with whom in which round.

tables-title = Tables
tables-lead = One event, short rounds, and nobody meets the same person twice.
tables-plan = Plan the tables
tables-plan-next = Plan another event
tables-counts = { $givers } keep their tables, { $receivers } move on from round to round.
tables-rounds = How many rounds?
tables-rounds-hint = Few are enough: nobody remembers ten people. Nobody meets twice, and whoever sits out once does not sit out again before all others have.
tables-rounds-choice = { $rounds } rounds
tables-make = Plan the tables
tables-made = The tables are planned. Print them, send everybody their list, or begin.
tables-nobody = There is nobody to plan for yet. Both sides need somebody who is approved.
tables-planned-already = There is a plan already. Change it, or throw it away first.
tables-discard = Throw the plan away
tables-discard-confirm = Nobody has been told of this plan. Throw it away?
tables-discarded = Thrown away. Nobody had been told of it.
tables-told-already = Everybody has been sent their list already.
tables-state-before = { $of } rounds, not begun
tables-state-running = Round { $round } of { $of }
tables-state-over = All { $of } rounds are over
tables-start = Begin round 1
tables-next = On to round { $round }
tables-end = End the last round
tables-no-further = There is no further round.
tables-undo = Take the last step back
tables-undone = Taken back.
tables-nothing-to-undo = There is nothing to take back.
tables-changed-meanwhile = Somebody else has changed the plan meanwhile. Look at it again.
tables-tell = Send everybody their list
tables-told = { $count ->
        [one] Sent to one person.
       *[other] Sent to { $count } people.
    }
tables-over-title = That was it
tables-over-text = Everybody finds on their own page whom they met, and can say with whom they would like to go on. Two who say so of each other are asked whether they want to be brought together.
tables-late = { $count ->
        [one] One person has come since
       *[other] { $count } people have come since
    }
tables-late-note = The rounds that have begun stay as they are; the rest is planned anew.
tables-add = Take in
tables-leave = Has left
tables-back = Is here again
tables-gone = Not here
tables-came = { $name } is here. The rounds to come are planned anew.
tables-left = { $name } has left. The rounds to come are planned anew.
tables-by-table = By table
tables-by-person = By person
tables-table = Table
tables-who = Who
tables-here = Here or not
tables-round = Round { $round }
tables-now = now
tables-at = Table { $table }, { $name }
tables-out = Sits out
tables-free = –
tables-nobody-waits = Nobody sits out.
tables-waits = Everybody who moves on sits out { $least } to { $most } times.
tables-room = On the wall
tables-print = On paper
tables-print-lead = A card for each table and one for each guest, on A4. Cut them apart along their borders.
tables-card = Table { $table } · { $name }
tables-card-turn = Round { $round }: { $name }
tables-room-title = Round { $round } of { $of }
tables-room-live = The round that runs
tables-room-out = Sit this round out:
tables-host = At the table
tables-guest = Sits down there
tables-desk = Back to the desk
tables-clock = { $minutes ->
        [0] Time is up: please finish
        [one] One minute left
       *[other] { $minutes } minutes left
    }
tables-turn = Round { $round }: table { $table }, with { $name }
tables-turn-out = Round { $round }: you sit out and have a coffee
tables-mine-title = Your tables
tables-mine-before = This is where you sit. It can still change when people come late or leave; this page always has the newest.
tables-mine-running = It has begun. The rounds to come can still change; this page always has the newest.
tables-mine-over = That was it. Thank you for coming.
tables-mine-list = Round by round
tables-again = With whom would you like to go on?
tables-again-hint = Only who ticks you too learns of it. Then both of you are asked whether you want to be brought together.
tables-again-act = Send
tables-not-over = This can be said once all rounds are over.
tables-wished = Noted. Only who wishes the same learns of it.
tables-wished-mutual = { $count ->
        [one] One of them would like to go on with you too. You both have a mail now.
       *[other] { $count } of them would like to go on with you too. You all have mails now.
    }
tables-why = You met at the tables, and both of you would like to go on.
tables-mail-subject = Your tables at { $programme }
tables-mail-body = This is where you sit at { $programme }. It can still change when people come late or leave: the page behind the button always has the newest.
tables-mail-button = Your tables
tables-mine-none-title = Your tables are not planned yet
tables-mine-none-text = As soon as they are, you find here where you sit in each round, and with whom.
