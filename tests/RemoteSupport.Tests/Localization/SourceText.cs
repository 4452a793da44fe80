using System.Text.RegularExpressions;

namespace RemoteSupport.Tests.Localization;

/// <summary>Sources without their comments; every other character keeps its place.</summary>
internal static class SourceText
{
    private static readonly Regex RazorComment = new(@"@\*.*?\*@", RegexOptions.Singleline);
    private static readonly Regex Comment = new(@"\G(//[^\n]*|/\*.*?(\*/|\z))", RegexOptions.Singleline);
    private static readonly Regex Character = new(@"\G'(\\.[^'\n]*|[^'\\\n])'");

    public static string WithoutComments(string file, string source) => file.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase)
        ? RazorComment.Replace(source, Blank)
        : WithoutCSharpComments(source);

    /// <summary>The end of the string or character that begins here, or null.</summary>
    public static int? EndOfLiteral(string source, int at) => CSharpLiteral.At(source, at)?.End
        ?? (source[at] == '\'' && Character.Match(source, at) is { Success: true } character ? at + character.Length : null);

    private static string WithoutCSharpComments(string source)
    {
        var text = source.ToCharArray();
        for (var at = 0; at < source.Length;)
        {
            if (EndOfLiteral(source, at) is { } end)
                at = end;
            else if (source[at] == '/' && Comment.Match(source, at) is { Success: true } comment)
            {
                Blank(comment).CopyTo(0, text, at, comment.Length);
                at += comment.Length;
            }
            else
                at++;
        }
        return new(text);
    }

    private static string Blank(Match comment) => new([.. comment.Value.Select(character => character == '\n' ? '\n' : ' ')]);
}
