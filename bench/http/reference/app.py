"""The reference: the same three endpoints on an ordinary stack, Django with gunicorn, as its
documentation would have one write them: the ORM with select_related, templates, sessions."""

import os
import sys

import django
from django.conf import settings

BASE = os.path.dirname(os.path.abspath(__file__))

settings.configure(
    DEBUG=False,
    SECRET_KEY="bench-only",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF="app",
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions"],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.environ["REFERENCE_DB"],
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;",
            },
            "CONN_MAX_AGE": None,
        }
    },
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [BASE],
            "OPTIONS": {"loaders": [("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader"])]},
        }
    ],
)
django.setup()

from django.contrib.auth.decorators import login_required  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.paginator import Paginator  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.http import HttpResponse, HttpResponseRedirect  # noqa: E402
from django.shortcuts import get_object_or_404, render  # noqa: E402
from django.urls import path  # noqa: E402


class Person(models.Model):
    user = models.OneToOneField(User, on_delete=models.CASCADE)
    name = models.CharField(max_length=120, db_index=True)
    department = models.CharField(max_length=120)
    site = models.CharField(max_length=120)
    job_title = models.CharField(max_length=120)

    class Meta:
        app_label = "bench"


class Relationship(models.Model):
    mentor = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="as_mentor")
    mentee = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="as_mentee")
    state = models.CharField(max_length=20, db_index=True)
    score = models.FloatField()
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "bench"


class Message(models.Model):
    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE)
    author = models.ForeignKey(Person, on_delete=models.CASCADE)
    words = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "bench"


@login_required
def people(request):
    page = Paginator(Person.objects.select_related("user").order_by("name", "id"), 50).get_page(request.GET.get("page"))
    return render(request, "people.html", {"page": page})


@login_required
def relationships(request):
    rows = Relationship.objects.select_related("mentor", "mentee").order_by("-since", "id")[:20]
    return render(request, "relationships.html", {"rows": rows, "count": Relationship.objects.count()})


@login_required
def message(request, pk):
    relationship = get_object_or_404(Relationship, pk=pk)
    person = request.user.person
    with transaction.atomic():
        Message.objects.create(relationship=relationship, author=person, words=request.POST["words"])
    return HttpResponseRedirect(f"/relationships/{pk}")


def healthy(request):
    return HttpResponse("alive")


urlpatterns = [
    path("people", people),
    path("relationships", relationships),
    path("relationships/<int:pk>/messages", message),
    path("healthz", healthy),
]


def fill(count):
    from django.contrib.auth import SESSION_KEY, BACKEND_SESSION_KEY, HASH_SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        for model in (Person, Relationship, Message):
            editor.create_model(model)
    with transaction.atomic():
        users = User.objects.bulk_create([User(username=f"p{n}", password="!") for n in range(count)])
        people = Person.objects.bulk_create(
            [
                Person(user=u, name=f"Person {n:05}", department=f"Department {n % 20}", site=f"Site {n % 7}", job_title="Engineer")
                for n, u in enumerate(users)
            ]
        )
        Relationship.objects.bulk_create(
            [Relationship(mentor=people[n], mentee=people[n + count // 2], state="active", score=80) for n in range(count // 2)]
        )
    session = SessionStore()
    session[SESSION_KEY] = str(users[0].pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = users[0].get_session_auth_hash()
    session.save()
    print(session.session_key)


if __name__ == "__main__":
    fill(int(sys.argv[1]))
else:
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
