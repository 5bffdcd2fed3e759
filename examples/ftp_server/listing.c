/* Lines of LIST, NLST, MLSD and MLST. */
#define _XOPEN_SOURCE 700
#include "ftp_server.h"
#include <dirent.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

/* Appends one fact. */
static void
add_fact(wyre_wr *w, const char *name, const char *value)
{
    uint8_t src[128];
    uint8_t out[160];
    size_t n;
    wyre_wr parts;
    wyre_ftp_fact fact;
    wyre_wr_init(&parts, src, sizeof src);
    wyre_wr_gather(&parts, (const uint8_t *)name, strlen(name), &fact.name);
    wyre_wr_gather(&parts, (const uint8_t *)value, strlen(value), &fact.value);
    if (wyre_ftp_fact_encode(&fact, src, parts.pos, out, sizeof out, &n) == WYRE_OK)
        wyre_wr_bytes(w, out, n);
}

static void
add_facts(wyre_wr *w, const struct stat *st)
{
    wyre_ftp_time modify;
    uint8_t text[32];
    size_t n;
    int directory = S_ISDIR(st->st_mode);
    add_fact(w, "Type", directory ? "dir" : "file");
    add_fact(w, "Perm", directory ? "el" : "r");
    if (!directory) {
        wyre_decimal_encode((uint64_t)st->st_size, text, sizeof text - 1, &n);
        text[n] = '\0';
        add_fact(w, "Size", (const char *)text);
    }
    if (wyre_ftp_time_from_unix((int64_t)st->st_mtime, &modify) == WYRE_OK &&
        wyre_ftp_time_encode(&modify, NULL, 0, text, sizeof text - 1, &n) == WYRE_OK) {
        text[n] = '\0';
        add_fact(w, "Modify", (const char *)text);
    }
}

int
machine_line(const char *real, const char *name, uint8_t *out, size_t cap, size_t *n)
{
    struct stat st;
    uint8_t src[PATH + 256];
    wyre_wr w;
    wyre_ftp_mlsx entry = {.size = 0};
    if (stat(real, &st) != 0)
        return 0;
    wyre_wr_init(&w, src, sizeof src);
    add_facts(&w, &st);
    entry.facts.len = (uint32_t)w.pos;
    wyre_wr_gather(&w, (const uint8_t *)name, strlen(name), &entry.name);
    return wyre_ftp_mlsx_encode(&entry, src, w.pos, out, cap, n) == WYRE_OK;
}

static int
unix_line(const char *real, const char *name, uint8_t *out, size_t cap, size_t *n)
{
    struct stat st;
    wyre_ftp_list_line line = {.name = {0, (uint32_t)strlen(name)}};
    if (stat(real, &st) != 0)
        return 0;
    line.type = S_ISDIR(st.st_mode) ? WYRE_FTP_TYPE_DIRECTORY : WYRE_FTP_TYPE_FILE;
    line.size = (uint64_t)st.st_size;
    /* as ls does: the clock of the last half year, the year of what is older */
    int64_t age = (int64_t)time(NULL) - (int64_t)st.st_mtime;
    line.sure = age >= 0 && age < 180 * 86400 ? WYRE_FTP_SURE_CLOCK : WYRE_FTP_SURE_YEAR;
    return wyre_ftp_time_from_unix((int64_t)st.st_mtime, &line.time) == WYRE_OK &&
           wyre_ftp_list_line_encode(&line, (const uint8_t *)name, strlen(name), out, cap, n) ==
               WYRE_OK;
}

/* A name that no line can hold is left out, and so is a link: it may lead out of the root. */
static void
write_entry(uint16_t command, const char *real, const char *name, FILE *to)
{
    uint8_t out[PATH + 512];
    size_t n = strlen(name);
    struct stat st;
    int made = strpbrk(name, "\r\n") == NULL && n < sizeof out && lstat(real, &st) == 0 &&
               !S_ISLNK(st.st_mode);
    if (!made)
        return;
    if (command == WYRE_FTP_NLST)
        memcpy(out, name, n);
    else
        made =
            (command == WYRE_FTP_MLSD ? machine_line : unix_line)(real, name, out, sizeof out, &n);
    if (made) {
        fwrite(out, 1, n, to);
        fputs("\n", to); /* TYPE A makes CR LF of it */
    }
}

void
write_listing(uint16_t command, const char *real, FILE *to)
{
    DIR *directory = opendir(real);
    if (directory == NULL) {
        const char *slash = strrchr(real, '/');
        write_entry(command, real, slash + 1, to);
        return;
    }
    for (struct dirent *e; (e = readdir(directory)) != NULL;) {
        char entry[4096 + 260];
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        snprintf(entry, sizeof entry, "%s/%s", real, e->d_name);
        write_entry(command, entry, e->d_name, to);
    }
    closedir(directory);
}
