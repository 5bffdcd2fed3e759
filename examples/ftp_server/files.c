/* Paths and files. A client's path is made of names under the root; the real path behind it must lie
 * under the root too, whatever links there are. */
#define _XOPEN_SOURCE 700
#include "ftp_server.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Goes on by one component: nothing for "", "." and one up for "..". */
static int
descend(char path[PATH], const char *name, size_t len)
{
    size_t end = strlen(path);
    if (len == 0 || (len == 1 && name[0] == '.'))
        return 1;
    if (len == 2 && name[0] == '.' && name[1] == '.') {
        char *slash = strrchr(path, '/');
        *(slash == path ? slash + 1 : slash) = '\0';
        return 1;
    }
    if (end + len + 2 > PATH)
        return 0;
    if (end > 1)
        path[end++] = '/';
    memcpy(path + end, name, len);
    path[end + len] = '\0';
    return 1;
}

int
client_path(const session *s, const char *argument, char path[PATH])
{
    strcpy(path, argument[0] == '/' ? "/" : s->directory);
    for (;;) {
        size_t len = strcspn(argument, "/");
        if (!descend(path, argument, len))
            return 0;
        if (argument[len] == '\0')
            return 1;
        argument += len + 1;
    }
}

int
real_path(const session *s, const char *path, char real[4096])
{
    char asked[4096 + PATH];
    size_t root = strlen(s->server->root);
    snprintf(asked, sizeof asked, "%s%s", s->server->root, path);
    char *found = realpath(asked, NULL);
    int inside = found != NULL && strlen(found) < 4096 &&
                 strncmp(found, s->server->root, root) == 0 &&
                 (found[root] == '\0' || found[root] == '/' || root == 1);
    if (inside)
        strcpy(real, found);
    free(found);
    return inside;
}

int
is_directory(const char *real)
{
    struct stat st;
    return stat(real, &st) == 0 && S_ISDIR(st.st_mode);
}

int
file_facts(const char *real, uint64_t *size, wyre_ftp_time *modify)
{
    struct stat st;
    if (stat(real, &st) != 0 || !S_ISREG(st.st_mode))
        return 0;
    *size = (uint64_t)st.st_size;
    return wyre_ftp_time_from_unix((int64_t)st.st_mtime, modify) == WYRE_OK;
}
