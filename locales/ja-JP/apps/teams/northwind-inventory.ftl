### Translations of apps/teams/northwind-inventory.md
