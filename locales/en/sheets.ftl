# What is wrong with a spreadsheet, and what to do about it.

sheet-place-file = The file
sheet-place-line = Line { $line }
sheet-place-column = Column { $column } ({ $header })
sheet-place-cell = Line { $line }, column { $column } ({ $header })
sheet-place-bare-cell = Line { $line }, column { $column }
sheet-flaw = { $place }: { $what }
sheet-more = { $count ->
        [one] And one more like these.
       *[other] And { $count } more like these.
    }

sheet-file-too-large = The file is larger than { $megabytes } MB. Split it, or remove columns that are not needed.
sheet-empty = There is nothing in it. Check that the right file or sheet was chosen.
sheet-no-rows = There are headings but nobody under them.
sheet-old-workbook = This is an old or password-protected Excel workbook. Open it and save it as “Excel Workbook (.xlsx)” without a password, or as CSV.
sheet-open-document = This is an OpenDocument spreadsheet. Save it as Excel (.xlsx) or CSV.
sheet-not-a-sheet = This is not a spreadsheet. Save the table as Excel (.xlsx) or CSV.
sheet-damaged-workbook = The workbook is damaged and cannot be read ({ $detail }). Open it in a spreadsheet program and save it again.
sheet-unpacks-too-large = The workbook unpacks to more than { $megabytes } MB. Remove pictures and sheets that are not needed.
sheet-no-such-sheet = There is no sheet called “{ $asked }”. The workbook has: { $known }.
sheet-mixed-encoding = There are characters here in another encoding than in the rest of the file. Save the file as “CSV UTF-8”.
sheet-control-character = There is an unreadable character here (U+{ $code }). Delete it, or save the file as “CSV UTF-8”.
sheet-unclosed-quote = A quotation mark is opened here and never closed, so the rest of the file would be one cell. Close it or delete it.
sheet-too-many-rows = There are more than { $limit } rows. Split the file.
sheet-too-many-columns = There are more than { $limit } columns. Remove those that are not needed.
sheet-cell-too-long = This cell is longer than { $limit } bytes. Perhaps a quotation mark before it is not closed; otherwise shorten it.
sheet-extra-cells = This row has { $found } cells and the headings are { $expected }. Put quotation marks around a cell that holds the separator.
sheet-formula-error = The formula here failed ({ $value }). Mend it or write the value.
sheet-missing-column = There is no column with names or e-mail addresses. Add a heading “name” or “email”.
sheet-no-role-column = The design needs to know who takes which role. Add a heading “role” with mentor, mentee or both for each person.
sheet-duplicate-column = This column says the same as column { $other }. Keep one of them.
sheet-no-heading = This column has no heading and is not read.
sheet-no-name = This row has neither a name nor an e-mail address. Fill in one of them or delete the row.
sheet-bad-email = “{ $value }” is not an e-mail address. Write it like ann@example.org.
sheet-no-role = This person needs a role: mentor, mentee or both.
sheet-unknown-role = “{ $value }” is not a role. Write one of: { $known }.
sheet-not-a-number = “{ $value }” is not a whole number. Write it like 3.
sheet-number-out-of-range = “{ $value }” is out of range. Write a number from 0 to { $most }.
sheet-minimum-above-capacity = The minimum of { $minimum } is more than the capacity of { $capacity }. Lower the one or raise the other.
sheet-unknown-level = “{ $value }” is not a level. Write a whole number or one of: { $known }.
sheet-unknown-zone = “{ $value }” is not a time zone. { $near ->
        [yes] Did you mean { $suggestion }?
       *[no] Write it like Europe/Copenhagen.
    }
sheet-bad-availability = “{ $value }” is not a weekly time. Write it like Mon 09:00-12:00; Wed 13:00-15:00.
sheet-slot-backwards = “{ $value }” ends before it begins. Split a time that passes midnight.
sheet-too-many-items = There are more than { $limit } items in this list. Shorten it.
sheet-unknown-person = Nobody in the file is “{ $value }”. { $near ->
        [yes] Did you mean “{ $suggestion }”?
       *[no] Write an id or e-mail address that stands in the file, or delete it.
    }
sheet-outside-manager = The manager “{ $value }” is not in the file, so the reporting line above is not known. { $near ->
        [yes] Did you mean “{ $suggestion }”?
       *[no] {""}
    }
sheet-ambiguous-person = “{ $value }” could be several people (lines { $lines }). Write the e-mail address or the id instead.
sheet-names-itself = The person names themselves here. Delete it.
sheet-pinned-and-avoided = “{ $value }” is both the decided partner and one to avoid. Delete one of the two.
sheet-duplicate-id = “{ $value }” already stands on line { $other }. Give each person their own id.
sheet-contradiction = The same person stands on line { $other } with “{ $there }”, and here with “{ $here }”. Make them agree or delete one row.
sheet-merged = The same person as on line { $other }; the two rows agree and count once.
sheet-reporting-loop = The people on lines { $lines } report to each other in a circle. Correct one of the managers.
