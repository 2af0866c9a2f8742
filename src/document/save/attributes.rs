//! Owner, mode, extended attributes and ACLs: what a replaced file must keep.
//!
//! ACLs are extended attributes on Linux. On macOS they are not, and are not carried over.

use std::fs::File;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};

use rustix::fs::{Gid, Uid, XattrFlags};
use rustix::io::Errno;

/// Attributes that the kernel itself gives to a file and lets nobody set.
const KERNEL_OWN: [&[u8]; 3] = [b"security.ima", b"security.evm", b"com.apple.provenance"];

/// Makes a file equal to another one in owner, group, extended attributes, ACL and mode.
///
/// # Errors
/// Anything that could not be carried over, such as the owner without the right to give files
/// away: the caller must then not replace the file.
pub(super) fn copy(from: &File, to: &File) -> io::Result<()> {
    copy_owner(from, to)?;
    copy_extended(from, to)?;
    // Last: the others can change the mode.
    to.set_permissions(PermissionsExt::from_mode(from.metadata()?.mode() & 0o7777))
}

fn copy_owner(from: &File, to: &File) -> io::Result<()> {
    let (from, now) = (from.metadata()?, to.metadata()?);
    if (from.uid(), from.gid()) == (now.uid(), now.gid()) {
        return Ok(());
    }
    let owner = (from.uid() != now.uid()).then(|| Uid::from_raw(from.uid()));
    Ok(rustix::fs::fchown(
        to,
        owner,
        Some(Gid::from_raw(from.gid())),
    )?)
}

fn copy_extended(from: &File, to: &File) -> io::Result<()> {
    let (wanted, given) = (names(from)?, names(to)?);
    // A folder's default ACL, say, that the file replaced does not have.
    for name in given.iter().filter(|name| !wanted.contains(name)) {
        rustix::fs::fremovexattr(to, name.as_slice())?;
    }
    for name in &wanted {
        let value = value(from, name)?;
        if !given.contains(name) || self::value(to, name)? != value {
            rustix::fs::fsetxattr(to, name.as_slice(), &value, XattrFlags::empty())?;
        }
    }
    Ok(())
}

fn names(file: &File) -> io::Result<Vec<Vec<u8>>> {
    let mut list = match rustix::fs::flistxattr_query(file) {
        Ok(size) => vec![0; size],
        Err(Errno::NOTSUP) => return Ok(Vec::new()),
        Err(e) => return Err(e.into()),
    };
    let size = rustix::fs::flistxattr(file, list.as_mut_slice())?;
    let names = list[..size].split(|&byte| byte == 0);
    let names = names.filter(|name| !name.is_empty() && !KERNEL_OWN.contains(name));
    Ok(names.map(<[u8]>::to_vec).collect())
}

fn value(file: &File, name: &[u8]) -> io::Result<Vec<u8>> {
    let mut value = vec![0; rustix::fs::fgetxattr_query(file, name)?];
    let size = rustix::fs::fgetxattr(file, name, value.as_mut_slice())?;
    value.truncate(size);
    Ok(value)
}
