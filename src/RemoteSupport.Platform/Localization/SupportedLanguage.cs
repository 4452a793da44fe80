using System.Globalization;

namespace RemoteSupport.Platform.Localization;

/// <summary>A language of the product.</summary>
/// <param name="Code">As in URLs, the API, the database and HTML's <c>lang</c>: <c>en</c> <c>it</c> <c>es</c> <c>de</c>.</param>
/// <param name="NativeName">Its name in itself, for the language switch.</param>
/// <param name="Culture">Chooses the words.</param>
/// <param name="Formats">Writes dates and numbers.</param>
/// <param name="DayPattern">A day as people write it in this language, the month as a word.</param>
public sealed record SupportedLanguage(string Code, string NativeName, CultureInfo Culture, CultureInfo Formats, string DayPattern)
{
    /// <summary>A day in figures and words: <c>21 Nov 2026</c>.</summary>
    public string Day(DateOnly day) => day.ToString(DayPattern, Formats);

    /// <summary>Makes it the current language until the answer is disposed of; then the one before is back.</summary>
    public IDisposable Use()
    {
        var before = new Restored(CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (Culture, Formats);
        return before;
    }

    private sealed class Restored(CultureInfo words, CultureInfo formats) : IDisposable
    {
        public void Dispose() => (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (words, formats);
    }
}
