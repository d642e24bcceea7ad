# Importing people from a spreadsheet.

import-title = Import people
import-lead = Take a list as it is. You say what its columns mean, look at what would happen, and only then is anything changed: all of the file or nothing.
import-file = Spreadsheet
import-file-hint = CSV or Excel (.xlsx), up to 16 MB. Separators and encodings are recognised.
import-upload = Read the file
import-choose-file = Choose a file.
import-unreadable = The file cannot be read. Below stands why.
import-read = { $rows ->
        [one] One row is read. Nothing is changed yet.
       *[other] { $rows } rows are read. Nothing is changed yet.
    }
import-earlier-title = Imported before
import-earlier = { $added } new, { $changed } changed
import-undone-badge = taken back
import-columns-known = What the list may hold
import-columns-known-text = Each row is a person, with at least an e-mail address or an id. Name, department, place of work, job title, level, manager, time zone, languages and weekly times are understood; role, capacity, topics offered and wanted too when you import into a programme. Other columns can be kept as answers.
import-where = Where
import-what = What to do
import-line = Line
import-column = Column
import-columns-title = What the columns mean
import-columns-lead = { $file }: we have guessed. Change what is not right.
import-samples = For example
import-meaning = Means
import-meaning-of = Meaning of column { $column }
import-field-skip = Leave out
import-field-answer = Keep as an answer
import-field-id = Id
import-field-name = Name
import-field-given_name = First name
import-field-family_name = Last name
import-field-email = E-mail address
import-field-organisation = Company
import-field-department = Department
import-field-site = Place of work
import-field-job_title = Job title
import-field-manager = Manager (address or id)
import-field-level = Level
import-field-time_zone = Time zone
import-field-languages = Languages
import-field-groups = Affinity groups
import-field-availability = Weekly times
import-field-role = Role
import-field-capacity = Capacity
import-field-offers = Topics offered
import-field-wants = Topics wanted
import-field-prefer = Would like to be matched with
import-field-avoid = Not to be matched with
import-claimed-twice = Two columns mean “{ $field }”. Keep one and leave the other out, or keep it as an answer.
import-no-key = Say which column holds the e-mail address or an id: without one nobody is recognised the next time.
import-track = Into
import-role = Those without a role in their row are
import-role-by-row = not allowed: each row says it
import-role-hint = A role in the row counts more.
import-become = In the programme they are
import-become-approved = In
import-become-approved-hint = They take part; the list is the yes.
import-become-applied = Applicants
import-become-applied-hint = They wait for your decision.
import-become-nothing = Nothing yet
import-become-nothing-hint = They are only known in the organisation.
import-look = Look at what would happen
import-other-file = Choose another file
import-preview-title = What would happen
import-preview-lead = { $file }: nothing is changed yet.
import-new = New
import-changed = Changed
import-unchanged = Unchanged
import-enrolled = Into the programme
import-who = Who
import-becomes = Becomes
import-details = In particular
import-is-new = new
import-is-changed = changed
import-detail-name = name
import-detail-email = e-mail address
import-detail-outside_key = id
import-detail-language = language of mails
import-detail-time_zone = time zone
import-detail-department = department
import-detail-site = place of work
import-detail-company = company
import-detail-job_title = job title
import-detail-level = level
import-detail-manager = manager
import-detail-hired_on = first day of work
import-detail-languages = languages
import-detail-affinities = affinity groups
import-detail-availability = weekly times
import-detail-part = { $role } in the programme
import-detail-answers = answers
import-wrong = { $count ->
        [one] One thing is to be mended first
       *[other] { $count } things are to be mended first
    }
import-wrong-text = Nothing is imported. Mend the file and choose it again, or change what the columns mean.
import-errors-file = Download this list
import-columns-again = Change the columns
import-nothing = Everything is known already
import-nothing-text = The file says nothing that is not here, so there is nothing to import.
import-more = { $count ->
        [one] And one more.
       *[other] And { $count } more.
    }
import-carry-out = Import
import-all-or-nothing = All of the file is imported, or nothing. Afterwards you can take it back whole.
import-notes = { $count ->
        [one] One thing worth knowing
       *[other] { $count } things worth knowing
    }
import-done = { $count ->
        [one] One row is imported.
       *[other] { $count } rows are imported.
    }
import-result-title = What was imported
import-onward = See the people
import-another = Import another list
import-undo-title = Take it back
import-undo-text = People and parts that came with this list go again, and what it changed is as before. It works as long as nobody has built on it.
import-undo = Take the import back
import-undo-ask = Take the whole import back?
import-was-undone = This import was taken back. Nothing of it is left.
import-undone = The import is taken back.
import-is-over = This list was imported already. Choose the file again to import it anew.
import-is-undone = This import was taken back already.
import-meanwhile = Somebody with one of these addresses was added a moment ago. Nothing was imported; look again.
import-undo-somebody-came = Somebody from this list has signed in or was appointed since, so the import stays. Remove single people by hand.
import-undo-decided = Somebody has decided on or answered for one of these people since, so the import stays.
import-undo-changed = What is known of { $name } was changed after the import, so the import stays.
import-undo-in-use = Somebody from this list is part of something else by now, such as a match, so the import stays.
import-needs-key = Without an e-mail address or an id nobody can be recognised the next time. Fill in one of them.
import-key-of-another = The id belongs to { $name }, who has another address. Correct one of the two.
import-other-address = { $name } has this id and another e-mail address here. Somebody signs in with an address, so a list does not change it: change it on their page first.
import-same-person = This is the same person as on line { $line }. Keep one of the rows.
import-role-not-here = The programme has no such role. It has: { $known }.
import-no-role = The row has no role. Fill one in, or choose one for all such rows.
import-not-an-option = This is not one of the answers. Write one of: { $expected }.
import-not-a-number = This is not a number from { $expected }.
import-not-a-date = “{ $expected }” is not a date. Write it like 2026-11-22.
import-not-yes-or-no = “{ $expected }” is neither yes nor no.
import-not-by-file = “{ $expected }” cannot be answered by a list. Leave the column out.
