#!/bin/sh
# Makes the archive of class data with which the collector starts sooner (class
# data sharing). It fits this kind of machine, this JRE and this jar at
# this place alone: make it anew where one of them changes.
#   deploy/class-data.sh <java> <directory of the jar and its lib/>
#   java -XX:SharedArchiveFile=<directory>/guance-aws-gateway.jsa -jar <directory>/guance-aws-gateway.jar
# The collector runs for this until its first calls have failed: port 9 of this
# machine stands for AWS and Guance, and nothing leaves it.
set -eu

java=$(command -v "$1")
case $java in /*) ;; *) java=$PWD/$java ;; esac
home=$(cd "$2" && pwd)
archive=$home/guance-aws-gateway.jsa
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# A JRE that jlink has made has no archive of its own classes yet.
base=$("$java" -Xshare:auto -Xlog:cds -version 2>&1 | grep -c 'Specified shared archive not found' || :)
[ "$base" = 0 ] || "$java" -Xshare:dump >/dev/null

cat >application.properties <<'EOF'
collector.accounts[0].name=class-data
collector.accounts[0].regions=us-east-1
guance.url=http://127.0.0.1:9
guance.token=tkn_00000000000000000000000000000000
management.port=0
EOF
rm -f "$archive"
status=0
env -i PATH="$PATH" AWS_ENDPOINT_URL=http://127.0.0.1:9 AWS_EC2_METADATA_DISABLED=true \
    AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none \
    "$java" -XX:ArchiveClassesAtExit="$archive" -Xlog:cds=off -Xlog:cds+dynamic=off \
    -jar "$home/guance-aws-gateway.jar" --once >out 2>&1 || status=$?
# 1: its calls have failed, as they were to.
if [ "$status" != 1 ] || [ ! -s "$archive" ]; then
    cat out >&2
    exit 1
fi
