# Requests: people find each other by asking. No sentence says why somebody could not.
programme-tab-requests = Requests
programme-next-queue = Look after the queue
programme-next-queue-text = People ask each other here whenever they need somebody. The queue shows who waits, for how long, and what lacks people.
programme-next-queue-button = Open the queue

request-find-title = Find your { $role }
request-find-lead = Those who suit you best come first, and where several suit you about as well, those who have been asked less. Ask as many as you like to wait for: the first who says yes is yours.
request-search = Search by topic, name or place
request-shown = { $from }–{ $to } of { $of }
request-look-closer = Look closer
request-card-full = Has several requests already: yours would wait its turn.
request-your-list = { $count ->
    [one] Your request
   *[other] Your { $count } requests
}
request-none-found-title = Nobody matches this search
request-none-found-text = Fewer or other words find more: a topic, a name, a department.
request-show-all = Show everybody
request-nobody-title = Nobody can be asked at the moment
request-nobody-text = All who would suit you are busy, or on your list already. Places come free all the time, and the coordinator sees what is missing.
request-cannot-title = You have somebody already
request-cannot-text = All your places are taken, or nobody takes part yet. When one comes free, this is where you find the next person.

request-ask-title = Ask { $name }?
request-why = Why you two
request-message = What would you like help with?
request-message-hint = Two or three sentences make it easy to say yes.
request-ask = Ask { $name }
request-back-to-list = Back to the list
request-clock = The answer comes within { $days } days, and a reminder before that. Without an answer the next person on your list is asked.
request-full-title = Yours would wait a little
request-full-text = So many people have asked that yours is sent when one of them has an answer. You can ask somebody else at the same time.
request-behind-title = This goes to the end of your list
request-behind-text = You have asked as many as you can at once. As soon as one of them cannot, this one is asked by itself.
request-sent = { $name } has been asked.
request-put-on-list = { $name } is on your list and is asked as soon as it is their turn.

request-list-title = Your requests
request-list-lead = Who has been asked, until when they answer, and who is asked then. It goes on by itself.
request-list-empty-title = You have not asked anybody
request-list-empty-text = Look who would suit you and ask. Whoever does not answer in time makes way for the next, so nobody keeps you waiting.
request-list-clock = What happens next: whoever has not answered by the day named makes way for the next on your list. You get a mail each time.
request-list-full = Your list has { $most } people, which is as long as it gets. Remove one to ask another.
request-ask-another = Ask another
request-then-asked = as soon as one before cannot, or has a place
request-answer-by = Answer by { $day }
request-state-open = Asked
request-state-waiting = Then asked
request-state-accepted = Yes
request-state-declined = Not this time
request-state-expired = No answer in time
request-state-withdrawn = Taken back
request-state-passed = No place any more
request-sooner = Sooner
request-moved = Moved up.
request-withdraw = Take back
request-remove = Remove
request-withdrawn-done = Taken back. The next on your list is asked.
request-restored-done = It is on your list again.
request-over = { $count ->
    [one] One earlier request
   *[other] { $count } earlier requests
}

request-asked-title = Requests to you
request-asked-lead = People who would like to work with you. Yes or no is one tap; a no needs no reason.
request-asked-empty-title = No requests at the moment
request-asked-empty-text = When somebody asks you, you get a mail with two buttons, and it stands here. Nobody can ask for more than you have places for.
request-answer = Look and answer
request-show-title = { $name } asks you
request-writes = { $name } writes
request-yes = Yes, gladly
request-no = Not this time
request-look = Look first
request-no-reason = A no needs no reason; then somebody else is asked.
request-you-said-yes = You have said yes, and it begins. Now agree on a date for your first meeting.
request-you-said-no = Thank you for telling us. Somebody else is asked now.
request-said-yes-title = You said yes
request-said-yes-text = You and { $name } can begin. You both got a mail that says what comes next.
request-over-title = Nothing to answer any more
request-over-text = This request is over: somebody has been found, or the time had passed. There is nothing for you to do.
request-link-yes-title = Work with { $name }?
request-link-yes-text = One tap, and you and { $name } begin.
request-link-no-title = Not this time?
request-link-said-no-title = Thank you for telling us
request-link-said-no-text = { $name } hears that it is not possible this time, without a reason, and the next person is asked. There is nothing more to do.

request-task-answer = { $name } asks whether you would work together
request-task-find = Find your { $role }
request-task-find-do = See who suits you

request-mail-subject = { $name } would like to work with you
request-mail-again = Still open: { $name } would like to work with you
request-mail-lead = In { $programme }, { $name } asks whether you would work together.
request-mail-reminder = A few days ago { $name } asked in { $programme } whether you would work together. If the mail got lost, here it is again:
request-mail-who = { $name }: { $place }
request-mail-message = «{ $message }»
request-mail-why = Why you: { $why }
request-mail-until = Please answer by { $day }; one tap is enough.
request-mail-after = A no needs no reason. Without an answer somebody else is asked, so { $name } is not kept waiting. When you need a rest, a pause on your page keeps requests away.
request-off-subject = Nothing to answer any more: { $name }
request-off-body = { $name } had asked you in { $programme }. That is no longer needed; there is nothing for you to do. Thank you for being there.
request-next-subject = About your request in { $programme }
request-next-body = It is not possible this time with { $names }. It says nothing about you: people have only so many places, and calendars change.
request-next-asked = Now asked: { $asked }, with time to answer until { $day }. There is nothing for you to do.
request-next-open = Somebody else on your list has your request already. There is nothing for you to do.
request-next-nobody = Your list has come to its end. There are others who would suit you: look who has a place now.
request-next-list = See your list
request-next-find = Find somebody
request-next-after = If you would rather talk it over, your coordinator is glad to hear from you.

request-refused-over = This request is over: there is nothing to answer any more.
request-refused-not-asked = This request has not been sent yet.
request-refused-too-early = There is still time to answer.
request-refused-not-withdrawn = This request has not been taken back.
request-refused-full = All your places are taken. You can offer more on the page of your part in the programme.
request-refused-found = Somebody has been found meanwhile. Thank you for being ready.
request-refused-no-place = You have as many relationships as you can have here at once.
request-refused-too-many = Your list is as long as it gets. Remove somebody to ask another.
request-refused-asked-already = This person is on your list already.
request-refused-not-available = This person cannot be asked at the moment. Somebody else surely can.

request-queue-title = Requests
request-queue-lead = People find each other by asking. Here you see who waits, for how long, and what is missing. Whom they asked, and who said no, stays between them.
request-queue-waiting = Waiting, { $role }
request-queue-longest = { $days ->
    [0] nobody longer than a day
    [one] the longest for one day
   *[other] the longest for { $days } days
}
request-queue-places = Free places
request-queue-ready = ready, { $role }: { $count }
request-queue-open = Open requests
request-queue-open-note = being looked at now
request-queue-yes = Said yes
request-queue-answers = in 30 days; { $no } no, { $silent } without an answer
request-queue-who = Who waits
request-queue-none-title = Nobody waits
request-queue-none-text = Everybody who takes part has found somebody. Whoever joins is shown here from the first day.
request-queue-name = Name
request-queue-since = Waiting for
request-queue-asked = Asked now
request-queue-behind = Then asked
request-queue-next = Next answer
request-queue-days = { $days ->
    [0] since today
    [one] one day
   *[other] { $days } days
}
request-queue-by = by { $day }
request-queue-asks-nobody = has asked nobody
request-queue-topics = Topics that lack people
request-queue-topic = wanted by { $wanted }, offered by { $offered }
request-queue-nobody = nobody
request-queue-invite = Invite people who know about these
