namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Where the rendered text will stand; values are made safe for that place.</summary>
public enum TemplateTarget
{
    /// <summary>An HTML body: &amp; &lt; &gt; " ' of values are escaped, their control characters (those of direction, too) removed.</summary>
    Html,

    /// <summary>A plain-text body: as it is, without control characters other than line feed and tab.</summary>
    Text,

    /// <summary>A header: every line break and control character becomes one space, whoever wrote it.</summary>
    Subject,

    /// <summary>A short message: like <see cref="Text"/>.</summary>
    Sms,
}
