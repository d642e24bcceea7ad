//! For whom people are imported: a programme, by its coordinator; or the organisation, by an
//! administrator. The pages are the same.

use axum::extract::FromRequestParts;
use db::Tx;
use people::{
    ProgrammeId,
    permission::{Administrator, CoordinatorOf, Viewer},
};
use web::{Answer, App, Guard, NavItem, Problem};

use crate::{
    programme::{Frame, Tab, frame},
    recruiting::{self, Place},
};

/// A permit that lets somebody import.
pub(super) trait Importer: Guard + FromRequestParts<App, Rejection = Problem> {
    /// What it is about.
    fn scope(self) -> Scope;
}

/// Who imports, and for what.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    pub viewer: Viewer,
    pub programme: Option<ProgrammeId>,
    /// The address of the import's first page.
    pub home: String,
}

impl Importer for CoordinatorOf {
    fn scope(self) -> Scope {
        let home = format!("/programmes/{}/import", self.programme);
        Scope { viewer: self.viewer, programme: Some(self.programme), home }
    }
}

impl Importer for Administrator {
    fn scope(self) -> Scope {
        Scope { viewer: self.0, programme: None, home: "/people/import".to_owned() }
    }
}

/// What stands round the pages.
#[derive(Debug, Clone)]
pub(super) struct Surroundings {
    pub frame: Option<Frame>,
    pub trail: Vec<(String, String)>,
    pub tabs: Vec<NavItem>,
}

impl Scope {
    /// What stands round the pages.
    pub async fn surroundings(&self, tx: &mut Tx) -> Answer<Surroundings> {
        let Some(programme) = &self.programme else {
            let trail = vec![("/people".to_owned(), self.viewer.t("directory-title"))];
            return Ok(Surroundings { frame: None, trail, tabs: Vec::new() });
        };
        let frame = frame(tx, &self.viewer, programme, Tab::People).await?;
        let tabs = recruiting::tabs(&self.viewer, programme, Place::Import);
        Ok(Surroundings { trail: frame.trail.clone(), tabs, frame: Some(frame) })
    }
}
