//! The ids of this area's nouns.

db::id! {
    /// An organisation: everything belongs to one.
    OrganisationId;
    /// A person in an organisation.
    PersonId;
    /// A programme. Its home is the programmes area; an appointment names it.
    ProgrammeId;
}
