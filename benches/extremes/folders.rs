//! What lies in folders: things that are no files, links, and more of them than anybody would count.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use nix::sys::stat::Mode;
use nix::unistd::mkfifo;

use super::{Ground, Input};

/// Makes a pipe that nobody ever writes into.
fn pipe(ground: &Ground, path: &str) {
    let path = ground.path(path);
    let _ = fs::remove_file(&path);
    mkfifo(&path, Mode::S_IRWXU).expect("a pipe");
}

/// Puts a link in the place of a file.
fn link(ground: &Ground, path: &str, to: &str) {
    let path = ground.path(path);
    let _ = fs::remove_file(&path);
    symlink(to, path).expect("a link");
}

/// Evidence of nothing but a text, again and again.
fn evidence(ground: &Ground, text: &str) {
    ground.audit_with("what: Calls", "what: Calls, file: calls.csv");
    ground.write("calls.csv", ground.fill("", text, ""));
}

pub(super) const INPUTS: &[Input] = &[
    Input {
        name: "a folder called audit.yml",
        told: "unreadable",
        make: |ground| {
            fs::remove_file(ground.path("audit.yml")).expect("the audit");
            fs::create_dir(ground.path("audit.yml")).expect("a folder");
        },
    },
    Input {
        name: "a folder called phone.yml",
        told: "unreadable",
        make: |ground| {
            fs::remove_file(ground.path("phone.yml")).expect("the channel");
            fs::create_dir(ground.path("phone.yml")).expect("a folder");
        },
    },
    Input { name: "a pipe called audit.yml", told: "unreadable", make: |ground| pipe(ground, "audit.yml") },
    Input { name: "a pipe called phone.yml", told: "unreadable", make: |ground| pipe(ground, "phone.yml") },
    Input { name: "a pipe called brand.yml", told: "unreadable", make: |ground| pipe(ground, "brand.yml") },
    Input { name: "a pipe called private.yml", told: "", make: |ground| pipe(ground, "private.yml") },
    Input {
        name: "a pipe as a logo",
        told: "unsafe-path",
        make: |ground| {
            ground.write("brand.yml", "name: A\nlogo: logo.svg\n");
            pipe(ground, "logo.svg");
        },
    },
    Input {
        name: "a pipe as evidence",
        told: "unsafe-path",
        make: |ground| {
            ground.audit_with("what: Calls", "what: Calls, file: calls.csv");
            pipe(ground, "calls.csv");
        },
    },
    Input { name: "a link to /dev/zero", told: "unsafe-path", make: |ground| link(ground, "phone.yml", "/dev/zero") },
    Input {
        name: "evidence that is a link to /dev/zero",
        told: "unsafe-path",
        make: |ground| {
            ground.audit_with("what: Calls", "what: Calls, file: calls.csv");
            link(ground, "calls.csv", "/dev/zero");
        },
    },
    Input { name: "a link to itself", told: "unreadable", make: |ground| link(ground, "phone.yml", "phone.yml") },
    Input { name: "a link to the folder it lies in", told: "unsafe-path", make: |ground| link(ground, "again", ".") },
    Input {
        name: "links to the folder that holds them, from two sides",
        told: "unsafe-path",
        make: |ground| {
            for side in ["left", "right"] {
                fs::create_dir_all(ground.path(side)).expect("a folder");
            }
            link(ground, "left/a", "../right");
            link(ground, "right/b", "../left");
        },
    },
    Input {
        name: "folders that link to each other, 20 of them",
        told: "limits",
        make: |ground| {
            // each holds two links to the next: 2 to the 20th ways to the last
            for number in 0..20 {
                let folder = format!("f{number}");
                fs::create_dir_all(ground.path(&folder)).expect("a folder");
                if number < 19 {
                    for name in ["a", "b"] {
                        link(ground, &format!("{folder}/{name}"), &format!("../f{}", number + 1));
                    }
                }
            }
        },
    },
    Input {
        name: "folders in folders",
        told: "",
        make: |ground| {
            let path = "d/".repeat(1_500);
            fs::create_dir_all(ground.path(&path)).expect("folders");
        },
    },
    Input {
        name: "10,000 empty folders",
        told: "",
        make: |ground| {
            for number in 0..10_000 {
                fs::create_dir(ground.root.join(format!("empty-{number}"))).expect("a folder");
            }
        },
    },
    Input {
        name: "10,000 attachments that nobody names",
        told: "",
        make: |ground| {
            for number in 0..10_000 {
                ground.write(&format!("evidence/{number}.csv"), "");
            }
        },
    },
    Input {
        name: "names that are no text",
        told: "",
        make: |ground| {
            fs::write(ground.path("").join(OsStr::from_bytes(b"a\xff\xfe.csv")), "a").expect("a file");
            fs::create_dir(ground.root.join(OsStr::from_bytes(b"b\xff"))).expect("a folder");
        },
    },
    Input {
        name: "a channel whose name is no text",
        told: "bad-id",
        make: |ground| {
            fs::write(ground.path("").join(OsStr::from_bytes(b"a\xff\xfe.yml")), "a").expect("a file");
        },
    },
    Input { name: "evidence of 16 MiB of digits", told: "personal-data", make: |ground| evidence(ground, "0512 5550123,") },
    Input { name: "evidence of 16 MiB of `@`", told: "", make: |ground| evidence(ground, "a@") },
    Input { name: "evidence of 16 MiB of `1-`", told: "", make: |ground| evidence(ground, "1-") },
    Input { name: "evidence of 16 MiB of letters", told: "", make: |ground| evidence(ground, "a") },
    Input {
        name: "bytes that are no text",
        told: "unreadable",
        make: |ground| ground.write("phone.yml", vec![0xff; ground.size]),
    },
    Input {
        name: "bytes that are no text, at the end",
        told: "unreadable",
        make: |ground| {
            let mut bytes = ground.fill("a: ", "b", "").into_bytes();
            *bytes.last_mut().expect("a byte") = 0xff;
            ground.write("phone.yml", bytes);
        },
    },
    Input {
        name: "UTF-16",
        told: "unreadable",
        make: |ground| {
            let text = ground.fill("\u{feff}", "ab", "");
            let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).take(ground.size).collect();
            ground.write("phone.yml", bytes);
        },
    },
    Input {
        name: "a byte more than 16 MiB",
        told: "limits",
        make: |ground| ground.write("phone.yml", vec![b'a'; super::LARGEST + 1]),
    },
];
