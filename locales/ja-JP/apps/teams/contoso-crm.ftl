### Translations of apps/teams/contoso-crm.md
