### index.yml

# summary (yaml)
find-out-how-an-app-handles = Find out how an app handles the data of your organization, or get your own app certified.

# metadata › title (yaml)
app-certification-for-microsoft-365 = App certification for Microsoft 365

# metadata › description (yaml)
profiles-of-apps-and-guidance-for = Profiles of apps and guidance for publishers: security, compliance, privacy, and identity.

# landingContent › title (yaml)
for-administrators = For administrators

# landingContent › linkLists › links › text (yaml)
see-all-apps-with-a-profile = See all apps with a profile

# landingContent › linkLists › links › text (yaml)
read-a-certified-profile = Read a certified profile

# landingContent › linkLists › links › text (yaml)
get-an-app-certified = Get an app certified

# landingContent › linkLists › links › text (yaml)
certification-what-an-analyst-checks = Certification: what an analyst checks
