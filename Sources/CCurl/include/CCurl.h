// libcurl, with the variadic calls that Swift cannot import given one typed function for each kind of value.
#ifndef POSTERN_CCURL_H
#define POSTERN_CCURL_H

#include <curl/curl.h>

CURLcode postern_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode postern_curl_set_string(CURL *handle, CURLoption option, const char *value);
CURLcode postern_curl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode postern_curl_set_callback(CURL *handle, CURLoption option, curl_write_callback value);
CURLcode postern_curl_get_long(CURL *handle, CURLINFO info, long *value);
CURLcode postern_curl_get_socket(CURL *handle, CURLINFO info, curl_socket_t *value);

// A field of the server's own certificate, such as "Expire date", while CURLOPT_CERTINFO is set; NULL when unknown. It
// lives as long as the handle.
const char *postern_curl_certificate(CURL *handle, const char *field);

#endif
