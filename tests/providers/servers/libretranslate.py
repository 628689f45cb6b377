"""LibreTranslate as published, with Apertium in the place of its models."""

import support

# Without what it needs for models and documents only: see the launcher.
PACKAGES = """
    libretranslate==1.9.6 argos-translate-lt==1.12.1 argos-translate-files==1.4.4 apscheduler==3.11.2
    babel==2.17.0 beautifulsoup4==4.9.3 blinker==1.9.0 certifi==2025.1.31 charset-normalizer==3.4.1 click==8.1.8
    expiringdict==1.2.2 flask==2.2.5 flask-babel==3.1.0 flask-swagger==0.2.14 flask-swagger-ui==4.11.1
    idna==3.10 itsdangerous==2.1.2 jinja2==3.1.6 langdetect==1.0.9 lexilang==1.0.7 markupsafe==3.0.2
    packaging==23.1 polib==1.1.1 pytz==2025.2 pyyaml==6.0.2 redis==4.4.4 requests==2.31.0 six==1.17.0
    soupsieve==2.6 tzlocal==5.3.1 urllib3==2.3.0 waitress==2.1.2 werkzeug==2.3.8
""".split()


def run():
    support.apertium_modes("eng-spa", "eng-cat", "cat-fra")
    programs = support.python_packages("libretranslate", *PACKAGES, dependencies=False)
    launcher = support.HERE / "launchers" / "libretranslate_with_apertium.py"
    port = support.free_port()
    command = [programs / "python", launcher, "--host", "127.0.0.1", "--port", str(port), "--disable-web-ui"]
    with support.running("libretranslate", command, "/languages", port) as server:
        provider = {"type": "libretranslate", "url": server.url}
        project = support.Project("libretranslate", "project", "contoso-notes", ["es-ES", "fr-FR"], provider)
        texts = support.check_translated(project, "libretranslate")
        check_refusal(provider)
    return texts


def check_refusal(provider):
    """A language that the server does not have is said in its words, and nothing is written."""
    project = support.Project("libretranslate", "refused", "fabrikam-log", ["ja-JP"], provider)
    errors = str(project.translate(expected=2)["errors"])
    support.check("ja is not supported" in errors, f"the error does not say what the server said: {errors}")
    project.check_drafts("ja-JP", "libretranslate", 0)
