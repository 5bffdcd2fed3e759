/* wyre/fscc.h: what SMB messages carry of files and file systems, [MS-FSCC]. */
#ifndef WYRE_FSCC_H
#define WYRE_FSCC_H
#include <wyre/core.h>
#include <wyre/fscc_directory.h>
#include <wyre/fscc_file.h>
#include <wyre/fscc_filesystem.h>
#include <wyre/fscc_fsctl.h>
#include <wyre/fscc_list.h>
#endif
