how-to-get-an-app-certified = So lassen Sie eine App zertifizieren
before-you-submit = Vor dem Einreichen
what-an-analyst-checks = Was ein Analyst prüft
evidence = Nachweise
time-limits = Fristen
after-the-certification = Nach der Zertifizierung
questions-and-answers = Fragen und Antworten
