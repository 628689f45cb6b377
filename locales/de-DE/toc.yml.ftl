# @profiles
profiles = Profile

# @overview-of-all-apps
overview-of-all-apps = Übersicht über alle Apps

# @guide-how-to-get-an-app
guide-how-to-get-an-app = Leitfaden: So lassen Sie eine App zertifizieren

# @publisher-portal
publisher-portal = Herausgeberportal

