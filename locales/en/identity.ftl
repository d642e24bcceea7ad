nav-home = Home
nav-monday = This week
nav-programmes = Programmes
nav-people = People

mail-greeting = Hello { $name },
mail-footer = You get this because you take part in mentoring at { $organisation }.

error-email = Please enter a mail address, as in name@example.org.
error-time-zone = Please choose a time zone from the list.

setup-title = Welcome to Cairn
setup-lead = One minute, and your mentoring programmes have a home. Everything here can be changed later.
setup-organisation = Name of your organisation
setup-zone-hint = Dates and deadlines follow this zone; everybody sees times in their own.
setup-name = Your name
setup-code = Set-up code
setup-code-hint = Cairn printed it when it started. It makes sure that nobody else gets here first.
setup-code-wrong = This is not the code that Cairn printed when it started. Look at its output or log.
setup-found = Start
setup-already-done = This installation already has its organisation. Please sign in.

sign-in-title = Sign in
sign-in-lead = We mail you a link. No password needed.
sign-in-email = Mail address
sign-in-password = Password
sign-in-send-link = Send me a link
sign-in-with-password = Use a password instead
sign-in-enter = Sign in
sign-in-wrong = Address and password do not fit together. You can also have a link sent.
sign-in-too-often = That was too many tries. Please wait a quarter of an hour.
sign-in-link-sent-title = Look into your mail
sign-in-link-sent = If { $email } belongs to somebody here, a link is on its way. It works for half an hour, once.
sign-in-link-sent-hint = Nothing there? Look into the spam folder, or ask your programme manager which address they know.
sign-in-other-address = Use another address
sign-in-link-title = Sign in
sign-in-link-good = One more tap and you are in.
sign-in-link-over = This link has been used or is too old. Have a new one sent.
sign-in-signed-out = You are signed out.
sign-in-mail-subject = Your link to { $organisation } mentoring
sign-in-mail-body = Here is your link to sign in. It works for half an hour, once.
sign-in-mail-button = Sign in
sign-in-mail-after = You did not ask for this? Then do nothing: without the link nobody gets in.
demo-read-outbox = Read the mail (demo)

password-hint = At least 12 characters; a sentence is fine.
password-too-short = Please use at least 12 characters.
password-too-long = Please use at most 200 characters.
password-too-simple = Please use more than one character.

account-title = Your account
account-name = Name
account-language = Language
account-zone = Time zone
account-save = Save
account-saved = Saved.
account-password = Password
account-new-password = New password
account-set-password = Set password
account-password-set = Your password is set. You were signed out everywhere else.
account-sessions = Where you are signed in
account-sessions-note = End what you do not know.
account-session-here = This device
account-session-seen = last used { $when }
account-session-end = End
account-session-ended = Signed out there.
