namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Something in a template that must be put right before it is saved (MT-2).</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
/// <param name="Code">A word for programs: syntax, unknown_variable, missing_variable, not_text, not_a_list, too_deep, too_large, too_many_steps, html_place, html_block, html_link, html_remote, html_not_allowed, html_unfinished, empty.</param>
/// <param name="Message">A whole English sentence, which is the localization key too.</param>
/// <param name="Arguments">What stands for {0}, {1} … in the sentence.</param>
public sealed record TemplateFault(int Line, int Column, string Code, string Message, params object[] Arguments);
