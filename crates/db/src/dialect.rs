//! All that differs between the two databases, as named functions. A dialect word anywhere else
//! fails the tidy check.

/// Which database we talk to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// The embedded one.
    Sqlite,
    /// The server.
    Postgres,
}

/// A calendar part of an instant, for grouping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// `2026-11-22`
    Day,
    /// `2026-11`
    Month,
}

impl Dialect {
    /// Ends a `select` that claims rows for one worker: others skip what is claimed.
    /// SQLite has one writer at a time and needs nothing.
    #[must_use]
    pub fn claim(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => " for update skip locked",
        }
    }

    /// Ends a `select` of rows that this transaction is about to change after looking at them.
    #[must_use]
    pub fn lock(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => " for update",
        }
    }

    /// An instant column (milliseconds) as the text of a calendar part, in UTC.
    #[must_use]
    pub fn part(self, part: Part, column: &str) -> String {
        match (self, part) {
            (Self::Sqlite, Part::Day) => {
                format!("strftime('%Y-%m-%d', {column} / 1000, 'unixepoch')")
            }
            (Self::Sqlite, Part::Month) => {
                format!("strftime('%Y-%m', {column} / 1000, 'unixepoch')")
            }
            (Self::Postgres, Part::Day) => {
                format!("to_char(to_timestamp({column} / 1000.0) at time zone 'utc', 'YYYY-MM-DD')")
            }
            (Self::Postgres, Part::Month) => {
                format!("to_char(to_timestamp({column} / 1000.0) at time zone 'utc', 'YYYY-MM')")
            }
        }
    }

    /// A condition that `column` contains the text of parameter `$n`, without regard to case.
    #[must_use]
    pub fn contains(self, column: &str, n: usize) -> String {
        match self {
            Self::Sqlite => format!("{column} like '%' || ${n} || '%'"),
            Self::Postgres => format!("{column} ilike '%' || ${n} || '%'"),
        }
    }

    /// One migration at a time, however many nodes start at once.
    pub(crate) fn migration_lock(self) -> Option<&'static str> {
        match self {
            Self::Sqlite => None,
            Self::Postgres => Some("select pg_advisory_xact_lock(7013240925)"),
        }
    }

    /// The names of all tables.
    #[must_use]
    pub fn tables(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name"
            }
            Self::Postgres => {
                "select table_name::text as name from information_schema.tables \
                 where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name"
            }
        }
    }

    /// Name, kind (`text`, `bigint`, `boolean`, `double`, `bytes`) and nullability of a table's columns.
    #[must_use]
    pub fn columns(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "select name, case lower(type) when 'double precision' then 'double' \
                 when 'bytea' then 'bytes' else lower(type) end as kind, \
                 cast(case when \"notnull\" = 1 or pk > 0 then 0 else 1 end as bigint) as nullable \
                 from pragma_table_info($1) order by name"
            }
            Self::Postgres => {
                "select column_name::text as name, \
                 case data_type when 'double precision' then 'double' when 'bytea' then 'bytes' \
                 else data_type::text end as kind, \
                 cast(case is_nullable when 'YES' then 1 else 0 end as bigint) as nullable \
                 from information_schema.columns \
                 where table_schema = current_schema() and table_name = $1 order by column_name"
            }
        }
    }

    /// The names of all indexes that migrations made.
    #[must_use]
    pub fn indexes(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "select name from sqlite_master where type = 'index' and name not like 'sqlite_%' order by name"
            }
            Self::Postgres => {
                "select indexname::text as name from pg_indexes where schemaname = current_schema() \
                 and indexname not like '%_pkey' and indexname not like '%_key' order by indexname"
            }
        }
    }

    /// The columns of a table's key, in the key's order.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Sqlite => "select name from pragma_table_info($1) where pk > 0 order by pk",
            Self::Postgres => {
                "select a.attname::text as name from pg_index i \
                 join pg_class c on c.oid = i.indrelid \
                 join pg_namespace n on n.oid = c.relnamespace \
                 join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) \
                 where i.indisprimary and n.nspname = current_schema() and c.relname = $1 \
                 order by array_position(i.indkey::int[], a.attnum::int)"
            }
        }
    }

    /// A text column so that it is ordered by its bytes, as SQLite does by itself.
    pub(crate) fn bytewise(self, column: &str) -> String {
        match self {
            Self::Sqlite => format!("\"{column}\""),
            Self::Postgres => format!("\"{column}\" collate \"C\""),
        }
    }

    /// Begins a transaction that sees one state of everything, whatever others write meanwhile.
    pub(crate) fn begin_snapshot(self) -> &'static str {
        match self {
            Self::Sqlite => "begin deferred",
            Self::Postgres => "begin isolation level repeatable read read only",
        }
    }

    /// From here to the end of the transaction rows may come before those that they name.
    pub(crate) fn defer_references(self) -> &'static str {
        match self {
            Self::Sqlite => "pragma defer_foreign_keys = on",
            Self::Postgres => {
                "do $$ declare k record; begin for k in select conrelid::regclass as t, conname as c \
                 from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace \
                 loop execute format('alter table %s alter constraint %I deferrable initially deferred', k.t, k.c); \
                 end loop; end $$"
            }
        }
    }

    /// Checks what was deferred, and defers no more. SQLite does both at the commit.
    pub(crate) fn check_references(self) -> Option<&'static str> {
        match self {
            Self::Sqlite => None,
            Self::Postgres => Some(
                "set constraints all immediate; \
                 do $$ declare k record; begin for k in select conrelid::regclass as t, conname as c \
                 from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace \
                 loop execute format('alter table %s alter constraint %I not deferrable', k.t, k.c); \
                 end loop; end $$",
            ),
        }
    }

    /// The database's own clock, in milliseconds since 1970.
    #[must_use]
    pub fn clock(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "select cast(round((julianday('now') - 2440587.5) * 86400000) as bigint) as ms"
            }
            Self::Postgres => {
                "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint) as ms"
            }
        }
    }

    /// What a database is set to, as far as a promise of ours depends on it: rows of name and value.
    #[must_use]
    pub fn durability(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "select 'version' as name, sqlite_version() as value \
                 union all select 'journal_mode', journal_mode from pragma_journal_mode \
                 union all select 'synchronous', cast(synchronous as text) from pragma_synchronous \
                 union all select 'intact', (select quick_check from pragma_quick_check limit 1)"
            }
            Self::Postgres => {
                "select name, setting as value from pg_settings where name in \
                 ('synchronous_commit', 'fsync', 'full_page_writes', 'server_encoding', 'server_version_num', \
                 'server_version') order by name"
            }
        }
    }
}

/// Whether an error's code or words mean that the storage, not the statement, is at fault.
pub(crate) fn is_storage_trouble(code: Option<&str>, message: &str) -> bool {
    const POSTGRES: [&str; 8] =
        ["53100", "53200", "53300", "57P01", "57P02", "57P03", "58030", "25006"];
    // SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN; extended codes carry them in the low byte.
    const SQLITE: [i64; 6] = [5, 6, 8, 10, 13, 14];
    let Some(code) = code else { return message.contains("disk") };
    POSTGRES.contains(&code)
        || code.parse::<i64>().is_ok_and(|c| code.len() < 5 && SQLITE.contains(&(c & 0xff)))
}
