//! Design files: read with errors that say where and what is allowed, written to be edited by hand.

use std::fmt::Write;

use toml::{Table, Value};

use crate::{Design, VERSION, shortened};

/// No design file is longer than this; a longer one is refused unread.
const LONGEST: usize = 1 << 20;

/// Lines longer than this are broken where that is possible.
const WIDTH: usize = 96;

/// Why a design file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}{}: {problem}", at(.key))]
pub struct FileError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1.
    pub column: usize,
    /// The setting's path, `matching.wishes[2].weight`, as far as it is known.
    pub key: String,
    /// What is wrong, and what is allowed.
    pub problem: String,
}

fn at(key: &str) -> String {
    if key.is_empty() { String::new() } else { format!(", {key}") }
}

impl Design {
    /// Reads a design file.
    ///
    /// # Errors
    /// Says the line, the setting and what is allowed.
    pub fn from_toml(text: &str) -> Result<Design, FileError> {
        if text.len() > LONGEST {
            return Err(whole(format!("the file is longer than {LONGEST} bytes")));
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if let Some(place) = text.find('\0') {
            return Err(placed(text, place, "the file holds a NUL byte; save it as plain text"));
        }
        let deserializer =
            toml::Deserializer::parse(text).map_err(|error| located(text, &error))?;
        let design: Design = serde_path_to_error::deserialize(deserializer).map_err(|error| {
            let mut found = located(text, error.inner());
            found.key = path_of(&error.path().to_string());
            found
        })?;
        if design.version != VERSION {
            let place = text.find("version").unwrap_or(0);
            let problem = format!(
                "version {} is not known here; this program reads {VERSION}",
                design.version
            );
            return Err(FileError { key: "version".to_owned(), ..placed(text, place, &problem) });
        }
        Ok(design)
    }

    /// Writes a design file, in the order of the documentation and with short values on one line.
    pub fn to_toml(&self) -> String {
        let mut out = String::new();
        if let Ok(Value::Table(table)) = Value::try_from(self) {
            write_table(&mut out, "", &table);
        }
        out
    }
}

fn whole(problem: String) -> FileError {
    FileError { line: 1, column: 1, key: String::new(), problem }
}

fn placed(text: &str, place: usize, problem: &str) -> FileError {
    let before = text.get(..place).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(start..).map_or(0, |rest| rest.chars().count()) + 1;
    FileError { line, column, key: String::new(), problem: problem.to_owned() }
}

fn located(text: &str, error: &toml::de::Error) -> FileError {
    let place = error.span().map_or(0, |span| span.start);
    let problem: String =
        error.message().lines().map(shortened_line).collect::<Vec<_>>().join("; ");
    placed(text, place, &problem)
}

/// The path of a setting, without what no reader needs and never endless.
fn path_of(path: &str) -> String {
    let path = path.trim_matches('.').replace('?', "…");
    if path.chars().count() <= 120 { path } else { shortened(&path) }
}

/// Messages may quote what stands in the file; a hostile file must not make them endless.
fn shortened_line(line: &str) -> String {
    if line.chars().count() <= 1000 { line.to_owned() } else { shortened(line) }
}

/// Tables that are long enough for a heading of their own; the rest stands inline.
fn has_heading(path: &str, value: &Value) -> bool {
    match value {
        Value::Table(table) => {
            !path.contains('.')
                || one_line(value).len() > WIDTH
                || table.values().any(is_list_of_tables)
        }
        Value::Array(_) => is_list_of_tables(value) && !path.ends_with(".points"),
        Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => false,
    }
}

fn is_list_of_tables(value: &Value) -> bool {
    let Value::Array(items) = value else { return false };
    let is_long =
        |item: &Value| matches!(item, Value::Table(_)) && one_line(item).len() > WIDTH - 8;
    items.iter().any(is_long) && items.iter().all(|item| matches!(item, Value::Table(_)))
}

fn write_table(out: &mut String, path: &str, table: &Table) {
    let (below, here): (Vec<_>, Vec<_>) =
        table.iter().partition(|(key, value)| has_heading(&joined(path, key), value));
    for (key, value) in here {
        write_pair(out, key, value);
    }
    for (key, value) in below {
        write_below(out, &joined(path, key), value);
    }
}

fn write_below(out: &mut String, path: &str, value: &Value) {
    match value {
        Value::Table(table) => {
            let _ = writeln!(out, "\n[{path}]");
            write_table(out, path, table);
        }
        Value::Array(items) => {
            for item in items.iter().filter_map(Value::as_table) {
                let _ = writeln!(out, "\n[[{path}]]");
                write_table(out, path, item);
            }
        }
        Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => {}
    }
}

fn write_pair(out: &mut String, key: &str, value: &Value) {
    let line = one_line(value);
    match value {
        Value::Array(items) if key.len() + line.len() + 3 > WIDTH => {
            let _ = writeln!(out, "{key} = [");
            for item in items {
                let _ = writeln!(out, "  {},", one_line(item));
            }
            out.push_str("]\n");
        }
        Value::Array(_)
        | Value::Table(_)
        | Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => {
            let _ = writeln!(out, "{key} = {line}");
        }
    }
}

pub(crate) fn one_line(value: &Value) -> String {
    match value {
        Value::Array(items) => {
            format!("[{}]", items.iter().map(one_line).collect::<Vec<_>>().join(", "))
        }
        Value::Table(table) if table.is_empty() => "{}".to_owned(),
        Value::Table(table) => {
            let pairs = table.iter().map(|(key, value)| format!("{key} = {}", one_line(value)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
        Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => value.to_string(),
    }
}

fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
