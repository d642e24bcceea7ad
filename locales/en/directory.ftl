# Everybody in the organisation, for its administrators.

directory-title = People
directory-lead = Everybody whom your organisation knows here. What they do in a programme stands in the programme.
directory-add = Add a person
directory-import = Import a list
directory-search = Search
directory-show = Show
directory-show-everybody = Everybody
directory-show-appointed = Administrators and coordinators
directory-show-without-address = Without an e-mail address
directory-show-all = Show everybody
directory-none-found = Nobody fits
directory-none-found-text = Try a part of the name, the address, the department or the job title.
directory-empty = Nobody is here yet
directory-empty-text = Import a list from your personnel system or a spreadsheet; people also come in by themselves when they accept an invitation.
directory-name = Name
directory-email = E-mail address
directory-email-hint = They sign in with it. Without one they can be matched, but get no mail.
directory-department = Department
directory-job-title = Job title
directory-site = Place of work
directory-company = Company
directory-manager = Manager’s e-mail address
directory-manager-hint = People are not matched with somebody they report to, where the programme says so.
directory-manager-unknown = Nobody here has this address. Add the manager first, or leave this empty.
directory-manager-self = Nobody reports to themselves.
directory-level = Level
directory-level-hint = The step on your ladder, as a number.
directory-hired-on = First day of work
directory-languages = Languages
directory-languages-hint = As English, Danish.
directory-part = Part
directory-coordinates = { $count ->
        [one] Coordinates a programme
       *[other] Coordinates { $count } programmes
    }
directory-count = { $count ->
        [one] One person
       *[other] { $count } people
    }
directory-more-than = More than { $count } people
directory-save = Save
directory-cancel = Cancel
directory-added = { $name } is added.
directory-saved = What is known of { $name } is saved.
directory-edit = Edit { $name }
directory-email-taken = Somebody else here has this address.
directory-export-csv = Download as CSV
directory-export-xlsx = Download as Excel
part-administrator = Administrator
part-coordinator = Coordinator

# A person's own page.
person-programmes = Programmes
person-programmes-none = Takes part in no programme.
person-programmes-note = Which programmes, and since when. What happens in them is between those who take part.
person-details = Details
person-edit = Edit
person-appointments = Appointments
person-appointments-none = Has no appointment.
person-appointment-of = Coordinator of { $programme }
person-appoint = Appoint
person-appoint-as = Appoint as
person-appoint-coordinator = Coordinator of { $programme }
person-appointed = { $name } is appointed.
person-end-appointment = End
person-end-appointment-ask = End this appointment? { $name } can then no longer do what belongs to it.
person-appointment-ended = The appointment is ended.
person-last-administrator = This is the only administrator. Appoint somebody else first.
person-no-address = No e-mail address: gets no mail and cannot sign in.
person-reports-to = Reports to
person-nobody = nobody here
person-since = since { $day }
