# whatever of this fails, the rest is done all the same, and the step fails at its end
set +e
status=0
trap 'status=1' ERR
