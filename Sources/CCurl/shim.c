int ccurl_placeholder;
