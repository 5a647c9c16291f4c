/* Measures GMime on a file of mails: each is parsed, its parts are walked, and every body is written out decoded.
 *
 * Usage: gmime-driver FILE. The file holds for each mail its length (32 bits, little endian) and its bytes. Every line
 * on standard input asks for one round over all of them, answered by a line: CPU seconds, wall seconds, leaf parts,
 * decoded bytes.
 *
 * As fast as GMime allows: the mails lie in memory and are neither copied nor owned by the streams, the parts refer to
 * that memory (persist stream), and what is decoded goes to a stream that only counts it.
 */
#include <gmime/gmime.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

struct totals {
    uint64_t leaves, bytes;
};

static double seconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void read_mail(GByteArray *mail, GMimeStream *sink, struct totals *totals) {
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(mail);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_persist_stream(parser, TRUE);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    if (message != NULL) {
        GMimePartIter *iterator = g_mime_part_iter_new(GMIME_OBJECT(message));
        do {
            GMimeObject *part = g_mime_part_iter_get_current(iterator);
            if (!GMIME_IS_PART(part)) continue;
            totals->leaves++;
            GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(part));
            if (content == NULL) continue;
            gint64 written = g_mime_data_wrapper_write_to_stream(content, sink);
            if (written > 0) totals->bytes += (uint64_t)written;
        } while (g_mime_part_iter_next(iterator));
        g_mime_part_iter_free(iterator);
        g_object_unref(message);
    }
    g_object_unref(parser);
    g_object_unref(stream);
}

int main(int count, char **words) {
    if (count != 2) {
        fprintf(stderr, "usage: gmime-driver FILE\n");
        return 64;
    }
    gchar *file = NULL;
    gsize size = 0;
    if (!g_file_get_contents(words[1], &file, &size, NULL)) {
        fprintf(stderr, "gmime-driver: %s cannot be read\n", words[1]);
        return 1;
    }
    g_mime_init();
    GMimeStream *sink = g_mime_stream_null_new();
    char line[16];
    while (fgets(line, sizeof line, stdin) != NULL) {
        struct totals totals = {0, 0};
        double processor = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
        for (gsize offset = 0; offset + 4 <= size;) {
            uint32_t length;
            memcpy(&length, file + offset, 4);
            offset += 4;
            if (length > size - offset) break;
            GByteArray mail = {(guint8 *)file + offset, length};
            read_mail(&mail, sink, &totals);
            offset += length;
        }
        printf("%.6f %.6f %llu %llu\n", seconds(CLOCK_PROCESS_CPUTIME_ID) - processor,
               seconds(CLOCK_MONOTONIC) - wall, (unsigned long long)totals.leaves, (unsigned long long)totals.bytes);
        fflush(stdout);
    }
    g_object_unref(sink);
    g_free(file);
    return 0;
}
