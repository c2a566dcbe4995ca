@echo off
rem Plain ASCII on purpose: cmd.exe misreads UTF-8 in batch files. What is to be read stands in install.py.
setlocal
chcp 65001 >nul
set PYTHONUTF8=1
set "HERE=%~dp0"
set "PY="
py -3.12 -c "" >nul 2>&1 && set "PY=py -3.12"
if not defined PY py -3.11 -c "" >nul 2>&1 && set "PY=py -3.11"
if not defined PY python -c "" >nul 2>&1 && set "PY=python"
if not defined PY goto nopython
%PY% "%HERE%install.py"
set RESULT=%ERRORLEVEL%
pause
exit /b %RESULT%

:nopython
echo Python 3.11 or 3.12 (64-bit) is needed and was not found.
echo Install it for this user first, then run install.cmd again.
pause
exit /b 2
