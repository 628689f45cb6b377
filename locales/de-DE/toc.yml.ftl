profiles = Profile
overview-of-all-apps = Übersicht über alle Apps
guide-how-to-get-an-app = Leitfaden: So lassen Sie eine App zertifizieren
publisher-portal = Herausgeberportal
