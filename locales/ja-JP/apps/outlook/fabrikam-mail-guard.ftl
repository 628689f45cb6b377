### Translations of apps/outlook/fabrikam-mail-guard.md
