namespace RemoteSupport.Platform.Localization;

/// <summary>Marks a sentence that travels as data and is localized where it is shown, for the catalogues' test to find.</summary>
public static class Sentence
{
    /// <summary>The sentence itself.</summary>
    public static string Of(string english) => english;
}
