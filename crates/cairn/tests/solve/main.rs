//! `cairn solve` and `cairn verify` from outside: files in, files and exit status out.

mod assignment;
mod desk;
mod kinds;
mod tampering;
