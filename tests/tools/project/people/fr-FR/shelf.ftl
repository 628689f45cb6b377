# An override of a shared message
audited = Vérifié
