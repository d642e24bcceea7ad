//! Real spreadsheets: untidy, and to be accepted.

use sheets::people::{Manager, RoleWord};

use crate::factory::{DRESSES, Dice, Dress, bytes, dressed, read, text, whole};

#[test]
fn the_same_people_come_out_of_every_encoding_separator_and_workbook() {
    let table = whole(&mut Dice::new(1), 60);
    let tidy = |bytes: &[u8]| {
        let mut people = read(bytes).unwrap().people;
        people.iter_mut().for_each(|person| person.line = 0);
        people
    };
    let expected = tidy(&bytes(&table, Dress::Utf8, ','));
    assert_eq!(expected.len(), 60);
    for dress in DRESSES {
        for separator in [',', ';', '\t', '|'] {
            assert_eq!(tidy(&bytes(&table, dress, separator)), expected, "{dress:?} {separator}");
        }
    }
    for line_end in ["\n", "\r\n", "\r"] {
        assert_eq!(tidy(&dressed(&text(&table, ';', line_end), Dress::Utf8)), expected);
    }
}

#[test]
fn titles_blank_rows_and_ragged_ends_do_no_harm() {
    let file = read(
        "Mentoring sign-ups, autumn;;;\n;;;\nFull name; E-MAIL ;Role;Skills;\n\
         Ann Lee;Ann@X.example;mentor;\"Coaching, Data\"\n;;;;;\n\
         Bo Ek;bo@x.example\nCy Poe;cy@x.example;Mentee;;;;\n"
            .as_bytes(),
    )
    .unwrap();
    let names: Vec<_> = file.people.iter().map(|p| (p.line, p.name.as_str())).collect();
    assert_eq!(names, [(4, "Ann Lee"), (6, "Bo Ek"), (7, "Cy Poe")]);
    assert_eq!(file.people[0].offers, ["Coaching", "Data"]);
    assert_eq!(file.people[0].email.as_deref(), Some("ann@x.example"));
}

#[test]
fn the_same_person_twice_is_merged_when_the_rows_agree() {
    let file = read(
        "name,email,role,level,capacity,Timestamp\nAnn Lee,ann@x.example,mentor,senior,,10:00\n\
         ann  lee,ANN@X.example,mentee,4,3 mentees,10:05\n"
            .as_bytes(),
    )
    .unwrap();
    assert_eq!(file.people.len(), 1);
    assert_eq!(file.people[0].roles, [RoleWord::Mentor, RoleWord::Mentee]);
    assert_eq!(file.people[0].capacity, Some(3));
    assert_eq!(file.notes.listed[0].to_string(), "3 sheet-merged");
}

#[test]
fn references_go_by_id_address_or_name_and_managers_may_be_elsewhere() {
    let file = read(
        "id,name,email,manager,prefer\n1,Ann,ann@x.example,boss@x.example,Bo; 3\n\
         2,Bo,bo@x.example,ANN@x.example,\n3,Cy,,1,bo@x.example\n"
            .as_bytes(),
    )
    .unwrap();
    assert_eq!(file.people[0].prefer, [1, 2]);
    assert_eq!(file.people[0].manager, Some(Manager::Outside("boss@x.example".into())));
    assert_eq!(file.people[1].manager, Some(Manager::InFile(0)));
    assert_eq!(file.people[2].manager, Some(Manager::InFile(0)));
}

#[test]
fn a_column_that_no_field_fits_becomes_a_profile_answer() {
    let file = read(b"Navn;Fornavn;Yndlingsfarve\n;Bo;bl\xE5\n;Ann;r\xF8d\n").unwrap();
    assert_eq!(file.questions, ["Yndlingsfarve"]);
    assert_eq!(file.people[0].name, "Bo");
    assert_eq!(file.people[0].answers[0].text, "blå");
}

#[test]
fn merged_cells_dates_and_numbers_of_a_workbook_are_read_as_seen() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let plain = rust_xlsxwriter::Format::new();
    let dated = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    let hidden = workbook.add_worksheet();
    hidden.set_name("Lists").unwrap().write_string(0, 0, "internal").unwrap();
    hidden.set_hidden(true);
    let sheet = workbook.add_worksheet();
    sheet.set_name("People").unwrap().set_active(true);
    for (column, heading) in (0u16..).zip(["name", "department", "level", "Hired", "capacity"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for (row, name) in (1u32..).zip(["Ann", "Bo", "Cy"]) {
        sheet.write_string(row, 0, name).unwrap().write_number(row, 2, 4.0).unwrap();
    }
    sheet.merge_range(1, 1, 3, 1, "Finance", &plain).unwrap();
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 2, 3).unwrap();
    sheet.write_datetime_with_format(1, 3, &day, &dated).unwrap();
    sheet.write_number(1, 4, 2.0).unwrap();
    let file = read(&workbook.save_to_buffer().unwrap()).unwrap();
    let departments: Vec<_> = file.people.iter().map(|p| p.department.as_deref()).collect();
    assert_eq!(departments, [Some("Finance"); 3]);
    assert_eq!((file.people[0].level, file.people[0].capacity), (Some(4), Some(2)));
    assert_eq!(file.people[0].answers[0].text, "2026-02-03");
}
