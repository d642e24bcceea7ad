//! Pool, transaction, dialect and migrations: one query text for SQLite and PostgreSQL.
