the-developer-last-reviewed-this-page = 開発者によるこのページの最終確認日: 2021 年 5 月 3 日
