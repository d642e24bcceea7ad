//! The running program: HTTP, the worker and the post, until it is told to stop.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context as _;
use axum::Router;
use db::Db;
use jobs::{Handler, Seam, Worker};
use mail::Post;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};
use web::App;

use crate::{
    observe::{self, Figures},
    reactions, routes, schedule,
    settings::Settings,
};

/// An application on an open, migrated database.
///
/// # Errors
/// When the database cannot be opened or migrated.
pub async fn open(settings: &Settings, demo: bool, setup_code: String) -> anyhow::Result<App> {
    let db = Db::open(settings.database()).await.context("the database cannot be opened")?;
    db::migrate(&db).await.context("the database cannot be migrated")?;
    let settings = Arc::new(settings.for_app(demo, setup_code)?);
    Ok(App { db, seam: Seam::real(), settings })
}

/// The worker with all its handlers.
#[must_use]
pub fn worker(app: &App) -> Worker<App> {
    let handlers: Vec<(&'static str, Handler<App>)> =
        std::iter::once(reactions::handler()).chain(schedule::handlers()).collect();
    let handlers = handlers.into_iter().collect();
    Worker::new(app.db.clone(), app.seam.clone(), Arc::new(app.clone()), handlers)
}

/// The whole site.
pub fn router(app: App, figures: Option<Figures>) -> Router {
    let site = web::protect(routes::all().into_router(), app.clone());
    observe::surround(site, app, figures)
}

/// Serves until a signal to stop: then it takes no new request, ends those under way and the job
/// at hand, and closes the database.
///
/// # Errors
/// When the address cannot be listened at.
pub async fn serve(app: App, smtp: Option<mail::Smtp>, settings: &Settings) -> anyhow::Result<()> {
    let at = settings.listen();
    let listener = TcpListener::bind(at).await.with_context(|| format!("cannot listen at {at}"))?;
    schedule::begin(&app).await?;
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        signal().await;
        stop.send_replace(true);
    });
    let work = tokio::spawn(work(worker(&app), stopped.clone()));
    let post = Post::new(app.db.clone(), app.seam.clone(), smtp);
    let posting = tokio::spawn(send(post, stopped.clone()));
    tracing::info!(%at, "serving");
    let figures = observe::begin(settings.metrics_token.as_deref())?;
    let site = router(app.clone(), figures).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, site).with_graceful_shutdown(told(stopped.clone()));
    tokio::select! {
        served = served.into_future() => served?,
        () = late(stopped) => tracing::warn!("a connection did not end in time and was cut"),
    }
    finish(work).await;
    finish(posting).await;
    app.db.close().await;
    tracing::info!("stopped");
    Ok(())
}

const LOOK_EVERY: Duration = Duration::from_millis(500);

async fn work(worker: Worker<App>, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        if let Err(error) = worker.run_due().await {
            tracing::warn!(%error, "the queue could not be worked");
        }
        rest(&mut stopped).await;
    }
}

async fn send(post: Post, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        if let Err(error) = post.send_due().await {
            tracing::warn!(%error, "the outbox could not be sent");
        }
        rest(&mut stopped).await;
    }
}

async fn rest(stopped: &mut watch::Receiver<bool>) {
    // Either the time is over or we were told to stop: both end the rest.
    let _ = tokio::time::timeout(LOOK_EVERY, stopped.changed()).await;
}

async fn finish(task: JoinHandle<()>) {
    if tokio::time::timeout(Duration::from_secs(20), task).await.is_err() {
        tracing::warn!(
            "a background task did not end in time; its work will be done at the next start"
        );
    }
}

async fn told(mut stopped: watch::Receiver<bool>) {
    // The sender goes only after it has told.
    let _ = stopped.wait_for(|stop| *stop).await;
}

/// How long requests under way may take after the signal: longer than any should, shorter than
/// service managers wait before they kill.
const GRACE: Duration = Duration::from_secs(25);

async fn late(stopped: watch::Receiver<bool>) {
    told(stopped).await;
    tokio::time::sleep(GRACE).await;
}

async fn signal() {
    let interrupt = tokio::signal::ctrl_c();
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut terminate) => {
                terminate.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = interrupt => {}
        () = terminate => {}
    }
}
