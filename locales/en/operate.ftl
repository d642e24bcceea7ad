# What the commands for operators say.
backup-done = Written: { $file } with { $rows } rows of { $tables } tables. Check it at any time with “cairn restore --check”.
backup-nothing = The database holds no Cairn yet: there is nothing to back up. Check CAIRN_DATABASE with “cairn doctor”.
backup-exists = { $file } is there already. A backup never overwrites: name a new file.
backup-damaged = { $file } is damaged or not a complete backup of Cairn. Nothing was read from it: take another copy of it, or an older backup.
backup-unknown-form = { $file } is a backup of the form { $version }, which this program does not know. Use the version of Cairn that wrote it, or a newer one.
restore-checked = { $file } is whole: { $rows } rows of { $tables } tables, from { $made }.
restore-done = Restored: { $rows } rows of { $tables } tables, as they were at { $made }. All of it was read back and compared.
restore-newer = The backup was written by a newer Cairn (it has the step { $step }). Restore it with that version.
restore-ahead = The database is ahead of the backup. Restore into a new, empty database: it is brought to the backup's version, filled, and then brought up to this program.
restore-not-empty = The database is not empty ({ $table } has { $rows } rows). Restore into a new database, and nothing can be lost.
restore-other-tables = The backup has other tables than its version of the database. It was not written by Cairn.
restore-differs = What was stored in { $table } does not read back as it stood in the backup. Nothing was restored.

user-not-founded = There is no organisation yet. Found it with “cairn user found”, or in the browser after “cairn serve”.
user-already-founded = { $organisation } is founded here already. An installation has one organisation.
user-founded = { $organisation } is founded. Sign in within half an hour:

    { $link }

    Another link at any time: “cairn user link ADDRESS”.
user-nobody = Nobody here has the address { $email }. “cairn user list” shows everybody.
user-no-address = “{ $email }” is no mail address.
user-no-zone = “{ $zone }” is no time zone. Name one as Europe/Copenhagen.
user-no-language = “{ $language }” is no language of Cairn. There are: en, da.
user-no-programme = There is no programme { $programme }.
user-there = { $email } is here already.
user-added = { $name } ({ $email }) is added. Nothing was sent to them.
user-password-set = { $name } has a new password, and all their sessions have ended.
user-appointed = { $name } is now an administrator.
user-coordinates = { $name } now coordinates “{ $programme }”.
user-sessions-ended = All sessions of { $name } have ended.

# `cairn doctor`. Each sentence about something wrong says how to mend it.
doctor-well = Nothing is wrong.
doctor-ill = Wrong: { $count }. Each line above says how to mend it.
doctor-tried-again = Tried again: { $jobs } jobs, { $mails } mails. “cairn serve” does them.
doctor-url = People reach Cairn at { $url }
doctor-url-missing = No public address is set, so the links in mails lead to http://{ $listen }, which only this machine can open. Set CAIRN_PUBLIC_URL, as https://mentoring.example.org.
doctor-url-here = { $url } can be opened on this machine only: good for trying, not for people. Set CAIRN_PUBLIC_URL to an https address.
doctor-url-open = { $url } is not https: passwords and cookies would cross the network readable. Put a proxy with a certificate in front and set CAIRN_PUBLIC_URL to its https address.
doctor-url-path = { $url } has more than a host. Cairn lives at the root of an address: give it a host name of its own.
doctor-url-silent = Nobody answers at { $url } from here. If “cairn serve” runs, check the proxy, the name and the firewall.
doctor-url-answers = Somebody answers at { $url }
doctor-url-other = Somebody answers at { $url }, but it is not Cairn. Check CAIRN_PUBLIC_URL and the proxy.
doctor-no-proxy = The public address is https, which takes a proxy in front, and CAIRN_BEHIND_PROXY is not set: attempts to guess passwords are all counted for the proxy’s address. Set it when the proxy writes X-Forwarded-For itself.
doctor-token-short = The token for metrics is shorter than { $least } characters. Make a longer one, as with “openssl rand -hex 24”.
doctor-mail = The mail server answers, and mail comes from { $from }
doctor-mail-missing = No mail server is set: no invitation and no sign-in link reaches anybody. Set CAIRN_SMTP and CAIRN_MAIL_FROM.
doctor-mail-open = The password of the mail server would cross the network readable. Write smtps://, or add ?tls=required to CAIRN_SMTP.
doctor-mail-settings = The settings for mail are not right: { $error }. Mend CAIRN_SMTP or CAIRN_MAIL_FROM.
doctor-mail-silent = The mail server does not answer or does not let us in. { $error } Check the host, the port, the user and the firewall in CAIRN_SMTP.
doctor-clock = The clock says { $now }
doctor-clock-early = The clock says { $now }, before this program was written. Set the machine’s clock and let it be kept by NTP.
doctor-clocks-apart = The clock of the database is { $seconds } seconds away from this machine’s. Let both be kept by NTP.
doctor-zones = { $count } time zones are known with their rules
doctor-zones-missing = The rules of time zones cannot be read. Install the package tzdata.
doctor-disk = { $free } MiB are free in { $folder }
doctor-disk-full = Only { $free } MiB are free in { $folder }. Cairn refuses to write when the disk is full; nothing acknowledged is lost. Make room, or move the database to a larger disk.
doctor-database-closed = The database cannot be opened: { $error }. Check CAIRN_DATABASE and the rights on the file; a new one is made by “cairn migrate”.
doctor-database-refuses = The database refuses to be looked at: { $error }
doctor-sqlite = SQLite { $version } keeps what it acknowledged, also when the power fails
doctor-sqlite-unsafe = SQLite does not run as it must (journal { $journal }, synchronous { $synchronous }): move the file to a local disk. Network file systems cannot carry it.
doctor-sqlite-damaged = The database file is damaged: { $error }. Stop Cairn, keep the file, and restore the newest backup into a new one.
doctor-postgres = PostgreSQL { $version } answers
doctor-postgres-old = PostgreSQL { $version } is older than 15. Upgrade it.
doctor-postgres-asynchronous = PostgreSQL acknowledges before it stores (synchronous_commit is off): a crash loses what people were told is saved. Set synchronous_commit = on.
doctor-postgres-fsync = PostgreSQL does not wait for the disk (fsync is off): a power cut may destroy everything. Set fsync = on.
doctor-postgres-pages = PostgreSQL does not guard against torn pages (full_page_writes is off). Set full_page_writes = on.
doctor-postgres-encoding = The database’s encoding is { $encoding }. Cairn needs UTF8: make a new database with “createdb --encoding=UTF8 --template=template0”, and restore a backup into it.
doctor-steps = The database is up to this program
doctor-steps-pending = { $count } migrations are pending. Take a backup, then run “cairn migrate”.
doctor-steps-wrong = { $error }
doctor-founded = { $organisation } is founded
doctor-not-founded = No organisation is founded yet. Run “cairn user found”, or open the link that “cairn serve” prints.
doctor-queue = { $count } jobs are due
doctor-queue-late = { $count } jobs are due, the oldest for more than ten minutes. Is “cairn serve” running? Its log says what fails.
doctor-outbox = { $count } mails wait to leave
doctor-outbox-late = { $count } mails wait to leave, the oldest for more than half an hour. Is “cairn serve” running, with a mail server set?
doctor-jobs-failed = { $count } jobs failed for good. The log says why; when it is mended, run “cairn doctor --try-again”.
doctor-mails-given-up = { $count } mails of this week could not be sent. The log says why; when it is mended, run “cairn doctor --try-again”.

# `cairn import` and `cairn export`.
import-console-nothing = Nothing was imported. Mend the file, or say with --column what its columns mean.
import-console-done = Imported: { $new } new, { $changed } changed, { $unchanged } known already, { $enrolled } new parts in the programme. On the import's page in the browser it can be taken back.
import-console-would = Nothing was changed. It would be: { $new } new, { $changed } changed, { $unchanged } known already, { $enrolled } new parts in the programme.
import-no-column = The file has no column “{ $column }”. Write its heading as it stands in the file.
import-no-meaning = “{ $meaning }” is no meaning of a column. There are: { $known }.
command-no-programme = There is no programme “{ $programme }”, or several of that name. Name one by its id:
    { $known }
command-no-track = The programme has no such track. It has: { $known }.
export-done = Written: { $file } with { $people } people in { $tables } tables. It names people: keep it as you keep a list of staff.
export-exists = { $file } is there already. An export never overwrites: name a new file.
