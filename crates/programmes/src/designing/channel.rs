//! How they meet.

use design::Design;
use web::Errors;

use super::{
    Fields,
    names::{name_of, of_name},
};

pub(super) fn fill(design: &Design) -> Fields {
    let channel = &design.channel;
    let mut fields = Fields::default();
    fields.put("form", name_of(&channel.form));
    fields.tick("links", channel.links);
    fields.tick("print-packs", channel.print_packs);
    fields.put("advice", &channel.advice);
    fields
}

pub(super) fn apply(design: &mut Design, fields: &Fields, errors: &mut Errors) {
    let channel = &mut design.channel;
    match of_name(fields.one("form")) {
        Some(form) => channel.form = form,
        None => errors.add("form", "error-required", &[]),
    }
    channel.links = fields.is_on("links");
    channel.print_packs = fields.is_on("print-packs");
    channel.advice = errors.optional_text("advice", fields.one("advice"), 500);
}
