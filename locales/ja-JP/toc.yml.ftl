# @profiles
profiles = プロファイル

# @overview-of-all-apps
overview-of-all-apps = すべてのアプリの概要

# @guide-how-to-get-an-app
guide-how-to-get-an-app = ガイド: アプリの認定を受ける方法

# @publisher-portal
publisher-portal = 発行元ポータル

