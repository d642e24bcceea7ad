# Inviting people to a programme, and what they read.

recruiting-tabs = People of the programme
recruiting-tab-applications = Applications
recruiting-tab-invitations = Invitations
recruiting-tab-promotion = Promotion kit
recruiting-tab-import = Import

invitation-title = Invitations
invitation-new-title = Invite people
invitation-new-lead = Everybody gets a mail of their own with a personal link. You see it before it leaves.
invitation-addresses = E-mail addresses
invitation-addresses-hint = One a line, or with commas or semicolons. Names may stand with them: Ann Lee <ann@example.org>
invitation-part = As
invitation-they-choose = they choose themselves
invitation-language = Language of the mail
invitation-note = A word of your own
invitation-note-hint = Stands above the text that everybody gets.
invitation-look = Look at the mail
invitation-cancel = Cancel
invitation-unread-address = Line { $line }: “{ $text }” is not an e-mail address. { $more ->
        [0] {""}
        [one] One more could not be read.
       *[other] { $more } more could not be read.
    } Write it like Ann Lee <ann@example.org>.
invitation-no-address = Paste at least one e-mail address.
invitation-too-many = These are more than { $most } addresses. Import them as a list instead.
invitation-programme-draft = Open registration first: until then an invitation would lead nowhere.
invitation-programme-closed = The programme is closed, so nobody can be invited any more.
invitation-open-first = Open registration first
invitation-preview-title = Look before you send
invitation-goes-to = { $count ->
        [one] One person gets this mail.
       *[other] { $count } people get this mail.
    }
invitation-show-people = Show who
invitation-repeated = { $count ->
        [one] One address stood there twice and counts once.
       *[other] { $count } addresses stood there more than once and count once.
    }
invitation-skipped-invited = { $count ->
        [one] Already invited, so no second mail: { $who }
       *[other] { $count } are already invited and get no second mail: { $who }
    }
invitation-skipped-part = { $count ->
        [one] Takes part already: { $who }
       *[other] { $count } take part already: { $who }
    }
invitation-skipped-declined = { $count ->
        [one] Said no thanks and is not asked again: { $who }
       *[other] { $count } said no thanks and are not asked again: { $who }
    }
invitation-nobody-new = Nobody new to invite
invitation-nobody-new-text = Everybody on your list has been invited before, takes part, or said no thanks.
invitation-the-mail = The mail
invitation-send = { $count ->
        [one] Send the invitation
       *[other] Send { $count } invitations
    }
invitation-back = Change something
invitation-sent = { $count ->
        [0] Nobody new was invited.
        [one] One invitation is sent.
       *[other] { $count } invitations leave in two minutes.
    }
invitation-undone = { $count ->
        [one] One invitation is taken back; no mail has left.
       *[other] { $count } invitations are taken back; no mail has left.
    }
invitation-undo-too-late = The mails have left. You can still withdraw single invitations.
invitation-empty = Nobody is invited yet
invitation-empty-text = Paste addresses and everybody gets a personal mail. People who do not answer are reminded, and whoever says no thanks is left in peace.
invitation-tally-all = Invited
invitation-tally-accepted = Said yes
invitation-tally-open = Not answered
invitation-tally-declined = Said no thanks
invitation-search = Name or address
invitation-standing = Where it stands
invitation-standing-any = Any
invitation-standing-sent = Sent
invitation-standing-reminded = Reminded
invitation-standing-undeliverable = Not delivered
invitation-standing-accepted = Accepted
invitation-standing-declined = No thanks
invitation-standing-withdrawn = Withdrawn
invitation-standing-expired = Too old
invitation-who = Who
invitation-last = Last
invitation-actions = Actions
invitation-count = { $count ->
        [one] One invitation
       *[other] { $count } invitations
    }
invitation-resend = Send again
invitation-resent = Sent again to { $who }.
invitation-withdraw = Withdraw
invitation-withdrawn = The invitation to { $who } is withdrawn.
invitation-link-title = The shared link
invitation-link-text = Everybody who has it can register. Put it on your intranet, in a newsletter or on a poster.
invitation-link = Link
invitation-reminders = Reminders
invitation-reminders-after = Days until a reminder
invitation-reminders-most = At most
invitation-reminders-hint = 0 means no reminders. Nobody is reminded after an answer.
invitation-reminders-save = Save
invitation-reminders-saved = Saved.
invitation-reminders-bounds = Reminders come after 1 to 30 days, 0 to 5 times.

# What the invited person reads.
invitation-mail-subject = { $has_role ->
        [yes] { $inviter } invites you to be a { $role } in { $programme }
       *[no] { $inviter } invites you to { $programme }
    }
invitation-mail-greeting = Hello,
invitation-mail-lead = { $has_role ->
        [yes] I would like to invite you to take part in { $programme } as a { $role }.
       *[no] I would like to invite you to take part in { $programme }.
    }
invitation-reminder-subject = A reminder: { $programme }
invitation-reminder-lead = A few days ago I invited you to { $programme }. Your place is still open; if it is not for you, one tap tells me so and you will hear no more of it.
invitation-outcomes = What people say afterwards: { $list }
invitation-mail-button = See what it is
invitation-mail-decline = No thanks
invitation-mail-after = Opening the link commits you to nothing. Registering takes about five minutes, and you can stop and go on later.
invitation-mail-footer = You get this because { $inviter } at { $organisation } invited you. If you say no thanks, no more mails come.
invitation-answer-lead = { $inviter } invites you to take part.
invitation-answer-lead-nobody = You are invited to take part.
invitation-your-part = Your part: { $role }.
invitation-outcomes-title = What you can expect
invitation-framework-title = How it works
invitation-accept = Yes, I would like to take part
invitation-decline = No thanks
invitation-go-on = Go on
invitation-good-until = The invitation is open until { $day }.
invitation-is-withdrawn = This invitation was taken back. If you think that is a mistake, write to the person who sent it.
invitation-is-expired = This invitation is too old. Ask the person who sent it for a new one.
invitation-is-accepted = They have said yes already.
invitation-is-declined = They said no thanks, and that is respected. They can still change their mind with the link in their mail.
invitation-you-declined = You said no thanks
invitation-you-declined-text = No more mails come. If you change your mind, the door is still open.
invitation-you-accepted = You have said yes
invitation-not-open = Registration is not open at the moment.
invitation-decline-title = No thanks?
invitation-decline-text = We then write to you no more about { $programme }. Nobody else is told, and you need not give a reason.
invitation-decline-yes = No thanks
invitation-decline-no = Back
invitation-declined = Thank you for the answer. You will hear no more of it.
invitation-decline-accepted = You have said yes already. You can withdraw on your page of the programme.

# The promotion kit.
promotion-title = Promotion kit
promotion-more = Poster, code and texts
promotion-lead = Texts with your programme’s own purpose in them. Copy, change what you like, and send them where your people read.
promotion-copy = Copy
promotion-poster = Poster to print
promotion-qr = A code to scan that leads to the registration
promotion-qr-file = registration-code.svg
promotion-qr-download = Code
promotion-no-link = There is no shared link yet
promotion-no-link-text = It comes when registration opens. The texts are ready; the link is put in then.
promotion-link-later = (the link comes here when registration opens)
promotion-until = Registration is open until { $day }.
promotion-invitation = An invitation to everybody
promotion-invitation-hint = For a newsletter or a mail to all.
promotion-invitation-text = { $programme }

    { $purpose }

    What people say afterwards:
    { $outcomes }

    { $time }

    Registering takes about five minutes: { $link }

    { $sender }
promotion-short = A short notice
promotion-short-hint = For the intranet or a screen.
promotion-short-text = { $programme }: { $purpose } { $time } Register here: { $link }
promotion-executive = The case for busy executives
promotion-executive-hint = Short, with what it costs and a part that fits their calendar.
promotion-executive-text = I know that your calendar is full, so in four lines.

    Why: { $purpose }
    What we get: { $outcomes }
    What it costs you: { $minutes } minutes, about once a month, at a time that you choose, and no paperwork: dates, agenda and follow-up come by themselves.
    And if that is too much this year: take one conversation of half an hour with somebody who has one concrete question.

    { $link }
promotion-chat = A message for your team
promotion-chat-hint = For chat: a sentence and the link.
promotion-chat-text = Would one of you like to take part in { $programme }? Here is what it is, and where to register: { $link }
