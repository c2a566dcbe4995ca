@echo off
rem Opens Shuseki; what stands behind it is handed on, e.g.  shuseki.cmd advise --example kitakami
setlocal
for /f "tokens=2 delims=:" %%c in ('chcp') do set "OLDPAGE=%%c"
chcp 65001 >nul
set PYTHONUTF8=1
if not exist "%~dp0venv\Scripts\shuseki.exe" goto notyet
"%~dp0venv\Scripts\shuseki.exe" %*
set RESULT=%ERRORLEVEL%
chcp %OLDPAGE% >nul
exit /b %RESULT%

:notyet
echo Run install.cmd in this folder first.
chcp %OLDPAGE% >nul
exit /b 2
