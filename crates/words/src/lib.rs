//! Every sentence a person reads, by key, in the person's language.
